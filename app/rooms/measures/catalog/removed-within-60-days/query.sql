-- H4. Of the children found to be victims and not already in care, who is removed within 60 days of the
-- report (day 0 to 60)?
WITH removals AS (
  SELECT
    window_from, window_to, child_id,
    bool_or(removal_date < report_date) AS was_in_care,
    bool_or(removal_date BETWEEN report_date AND report_date + 60) AS was_removed
  FROM initial_reports JOIN initial_report_removals USING (child_id, report_id)
  WHERE NOT is_left_out(dropped_after, window_to, 0)
  GROUP BY ALL
)
SELECT
  window_from, window_to, child_id AS subject_id, report_date AS anchor_on,
  county, NULL::VARCHAR AS unit, age_band, race_ethnicity, aian_any, sex, nation,
  1 AS exposure, coalesce(was_removed, false)::INT AS events,
  NULL::INT AS second_exposure, NULL::INT AS second_events,
  report_date + 60 AS follow_up_ends_on
FROM initial_reports LEFT JOIN removals USING (window_from, window_to, child_id)
WHERE NOT coalesce(was_in_care, false)
