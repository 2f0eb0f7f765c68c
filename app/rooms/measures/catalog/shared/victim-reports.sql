-- Victim reports: substantiated or indicated, or a maltreatment death; never an alternative response.
CREATE TEMP TABLE victim_reports AS
SELECT report_id, child_id, report_date, incident_date, afcars_id, age_years, maltreatment_death, unborn, county
FROM case_reports
WHERE disposition IN ('substantiated', 'indicated') OR maltreatment_death
