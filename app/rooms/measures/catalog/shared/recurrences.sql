-- Initial reports that were followed by another finding: a later victim report 15 to 365 days after, unless
-- both incident dates are known and equal (two reports of one event). No age test on the later report.
CREATE TEMP TABLE recurrences AS
SELECT DISTINCT initial.child_id, initial.report_id
FROM initial_victim_reports AS initial JOIN victim_reports AS later
  ON later.child_id = initial.child_id
    AND later.report_date BETWEEN initial.report_date + 15 AND initial.report_date + 365
WHERE coalesce(later.incident_date <> initial.incident_date, true)
