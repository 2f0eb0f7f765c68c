-- H5. Of the children reported in the window, whatever came of it, who is reported again within a year?
--
-- A child's first report of the window that may be an initial one (as in S2), any disposition, pending too.
-- Another report of any disposition 15 to 365 days later counts. It moves even when practice in
-- substantiation changes, which is why it stands beside the measures that rest on findings.
WITH first_reports AS (
  SELECT window_from, window_to, report.*
  FROM windows JOIN reported_children('case_reports') AS report
    ON report_date BETWEEN window_from AND window_to
  WHERE may_be_initial
  QUALIFY row_number() OVER (
    PARTITION BY window_from, window_to, child_id ORDER BY report_date, report_id) = 1
),
reported_again AS (
  SELECT DISTINCT window_from, window_to, initial.child_id
  FROM first_reports AS initial JOIN case_reports AS later
    ON later.child_id = initial.child_id
      AND later.report_date BETWEEN initial.report_date + 15 AND initial.report_date + 365
)
SELECT
  window_from, window_to, child_id AS subject_id, report_date AS anchor_on,
  county, NULL::VARCHAR AS unit, age_band, race_ethnicity, aian_any, sex,
  1 AS exposure, (again.child_id IS NOT NULL)::INT AS events,
  NULL::INT AS second_exposure, NULL::INT AS second_events,
  report_date + 365 AS follow_up_ends_on
FROM first_reports LEFT JOIN reported_again AS again USING (window_from, window_to, child_id)
