-- S2's denominator: each child's earliest victim report of a window that may be an initial report, ties by
-- report_id. A child whose initial report is a maltreatment death is out [choice].
CREATE TEMP TABLE initial_reports AS
SELECT * FROM (
  SELECT window_from, window_to, report.*
  FROM windows JOIN reported_children('victim_reports') AS report
    ON report_date BETWEEN window_from AND window_to
  WHERE may_be_initial
  QUALIFY row_number() OVER (
    PARTITION BY window_from, window_to, child_id ORDER BY report_date, report_id) = 1
)
WHERE NOT coalesce(maltreatment_death, false)
