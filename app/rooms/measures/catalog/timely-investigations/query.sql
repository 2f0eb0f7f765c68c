-- C2. Of the investigations whose first contact was due in the window, how many met the child in time? And
-- of those with a day by which to finish, how many finished in time?
--
-- Compared by time when both moments have one, by day otherwise. Nothing done and overdue at as-of is late;
-- nothing done and not yet due at as-of is left out. What happened after as-of has not happened.
WITH due AS (
  SELECT
    window_from, window_to, investigation.*,
    CASE
      WHEN first_contact_at IS NOT NULL AND due_at IS NOT NULL THEN first_contact_at <= due_at
      WHEN first_contact_on IS NOT NULL THEN first_contact_on <= due_on
      WHEN due_on <= as_of() THEN false
    END AS is_met_in_time,
    CASE
      WHEN completion_due_on IS NULL THEN NULL
      WHEN completed_at IS NOT NULL AND completion_due_at IS NOT NULL THEN completed_at <= completion_due_at
      WHEN completed_on IS NOT NULL THEN completed_on <= completion_due_on
      WHEN completion_due_on <= as_of() THEN false
    END AS is_finished_in_time
  FROM windows JOIN case_investigations AS investigation ON due_on BETWEEN window_from AND window_to
  WHERE due_on BETWEEN first_window_day() AND last_window_day()
),
counties AS (
  SELECT report_id, min(county) AS county
  FROM case_reports
  WHERE report_id IN (SELECT report_id FROM due)
  GROUP BY report_id
)
SELECT
  window_from, window_to, report_id AS subject_id, due_on AS anchor_on,
  coalesce(county, 'unknown') AS county, NULL::VARCHAR AS unit, NULL::VARCHAR AS age_band,
  NULL::VARCHAR AS race_ethnicity, NULL::VARCHAR AS aian_any, NULL::VARCHAR AS sex, NULL::VARCHAR AS nation,
  (is_met_in_time IS NOT NULL)::INT AS exposure, coalesce(is_met_in_time, false)::INT AS events,
  (is_finished_in_time IS NOT NULL)::INT AS second_exposure,
  coalesce(is_finished_in_time, false)::INT AS second_events,
  coalesce(completion_due_on, due_on) AS follow_up_ends_on
FROM due LEFT JOIN counties USING (report_id)
