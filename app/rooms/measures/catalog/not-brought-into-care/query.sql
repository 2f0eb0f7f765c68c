-- H2. Of the children found to be victims and not already in care, who has neither been brought into care
-- nor found to be a victim again within 12 months?
--
-- It does not prove that a child was safe or living at home. In care already: removed before the report and
-- not out before it. A child removed on the day of the report is not already in care.
WITH removals AS (
  SELECT
    window_from, window_to, child_id,
    bool_or(removal_date < report_date) AS was_in_care,
    bool_or(removal_date >= report_date) AS was_removed
  FROM initial_reports JOIN initial_report_removals USING (child_id, report_id)
  WHERE NOT is_left_out(dropped_after, window_to, 12)
  GROUP BY ALL
)
SELECT
  window_from, window_to, child_id AS subject_id, report_date AS anchor_on,
  county, NULL::VARCHAR AS unit, age_band, race_ethnicity, aian_any, sex, nation,
  1 AS exposure,
  (NOT coalesce(was_removed, false) AND again.child_id IS NULL)::INT AS events,
  NULL::INT AS second_exposure, NULL::INT AS second_events,
  months_after(report_date, 12) AS follow_up_ends_on
FROM initial_reports
  LEFT JOIN removals USING (window_from, window_to, child_id)
  LEFT JOIN recurrences AS again USING (child_id, report_id)
WHERE NOT coalesce(was_in_care, false)
