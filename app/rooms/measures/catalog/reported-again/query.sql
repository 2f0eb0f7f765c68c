-- H5. Of the children reported in the window, whatever came of it, who is reported again within a year?
--
-- A child's first report of the window that may be an initial one (as in S2), any disposition, pending too.
-- Another report of any disposition 15 to 365 days later counts. It moves even when practice in
-- substantiation changes, which is why it stands beside the measures that rest on findings.
WITH reported AS MATERIALIZED (
  SELECT * FROM reported_children('case_reports')
),
reported_again AS (
  SELECT DISTINCT initial.child_id, initial.report_id
  FROM reported AS initial JOIN case_reports AS later
    ON later.child_id = initial.child_id
      AND later.report_date BETWEEN initial.report_date + 15 AND initial.report_date + 365
  WHERE later.report_date BETWEEN first_window_day() AND last_window_day() + 365
),
first_reports AS (
  SELECT window_from, window_to, report.*, again.child_id IS NOT NULL AS is_reported_again
  FROM reported AS report LEFT JOIN reported_again AS again USING (child_id, report_id)
    JOIN windows ON report_date BETWEEN window_from AND window_to
      AND coalesce(reported_before_on < window_from, true)
)
SELECT
  window_from, window_to, child_id AS subject_id, report_date AS anchor_on,
  county, NULL::VARCHAR AS unit, age_band, race_ethnicity, aian_any, sex, nation,
  1 AS exposure, is_reported_again::INT AS events,
  NULL::INT AS second_exposure, NULL::INT AS second_events,
  report_date + 365 AS follow_up_ends_on
FROM first_reports
