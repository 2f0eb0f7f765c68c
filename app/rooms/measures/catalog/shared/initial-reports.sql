-- S2's denominator: each child's earliest victim report of a window that may be an initial report, ties by
-- report_id. A child whose initial report is a maltreatment death is out [choice].
CREATE TEMP TABLE initial_reports AS
SELECT window_from, window_to, report.*
FROM windows JOIN initial_victim_reports AS report ON report_date BETWEEN window_from AND window_to
WHERE coalesce(reported_before_on < window_from, true)
  AND NOT coalesce(maltreatment_death, false)
