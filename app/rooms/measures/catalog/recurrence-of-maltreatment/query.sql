-- S2. Of the children found to be victims in the window, who is found to be a victim again within a year?
SELECT
  window_from, window_to, child_id AS subject_id, report_date AS anchor_on,
  county, NULL::VARCHAR AS unit, age_band, race_ethnicity, aian_any, sex, nation,
  1 AS exposure, (again.child_id IS NOT NULL)::INT AS events,
  NULL::INT AS second_exposure, NULL::INT AS second_events,
  report_date + 365 AS follow_up_ends_on
FROM initial_reports LEFT JOIN recurrences AS again USING (child_id, report_id)
