# Makes every call in the CSV files of this folder again and compares the answers with those kept here.
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
worst <- 0
for (file in list.files(here, pattern = "\\.csv$", full.names = TRUE)) {
  rows <- read.csv(file, check.names = FALSE)
  kept <- rows[, names(rows) %in% c("lower", "upper", "value"), drop = FALSE]
  for (i in seq_len(nrow(rows))) {
    answer <- suppressWarnings(as.numeric(eval(parse(text = rows$call[i]))))
    expected <- as.numeric(kept[i, ])
    worst <- max(worst, abs(answer - expected) / pmax(abs(expected), 1e-300))
  }
  cat(basename(file), nrow(rows), "calls\n")
}
cat("largest relative difference", worst, "\n")
quit(status = if (worst < 1e-12) 0 else 1)
