-- Victim reports of any window and its follow-up.
CREATE TEMP TABLE victim_reports AS
SELECT report_id, child_id, report_date, incident_date, afcars_id, age_years, maltreatment_death, unborn, county
FROM case_reports
WHERE is_victim(disposition, maltreatment_death)
  AND report_date BETWEEN first_window_day() AND last_window_day() + 365
