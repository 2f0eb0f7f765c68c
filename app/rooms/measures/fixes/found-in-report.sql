-- Rows that were set aside and fields that could not be read, as the import's report lists them: they are in no table.
-- `sources` says of which family a file is and whether it is the latest: what was filed long ago is not mended there.
CREATE TEMP TABLE reported AS
SELECT
  coalesce(about_table, of_table) AS about_table, rule, coalesce("column", '') AS field,
  child_id, report_id, TRY_CAST(record_on AS DATE) AS record_on, county, unit, sentence, more, problems.file,
  child_id IS NULL AND report_id IS NULL AS is_nameless
FROM problems LEFT JOIN sources ON sources.file = problems.file
WHERE coalesce(is_latest, true) AND coalesce(about_table, of_table) IS NOT NULL
  AND (weight = 'set-aside' OR rule IN (SELECT rule FROM followed_notes));

CREATE TEMP VIEW found_in_report AS
SELECT
  about_table, rule, field, child_id, report_id, record_on,
  any_value(county) AS county, any_value(unit) AS unit, any_value(sentence) AS sentence, count(*) AS records
FROM reported
WHERE NOT is_nameless
GROUP BY about_table, rule, field, child_id, report_id, record_on
UNION ALL
-- Rows that do not say whose they are: told together, for each file.
SELECT
  about_table, rule, field, NULL, NULL, NULL, NULL, NULL,
  'In ' || string_agg(DISTINCT file, ', ' ORDER BY file) || ': ' || any_value(sentence) FILTER (more IS NULL),
  sum(coalesce(more, 1))
FROM reported
WHERE is_nameless
GROUP BY about_table, rule, field
HAVING count(*) FILTER (more IS NULL) > 0;
