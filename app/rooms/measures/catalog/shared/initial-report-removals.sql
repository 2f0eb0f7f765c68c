-- Initial reports linked to the child's removals, for H2 and H4. The link is the initial report's
-- afcars_id; if blank, the first one among the child's victim reports (the import fills the column with
-- child_id where the source has none). Short stays and missing discharge reasons do not matter here.
CREATE TEMP TABLE initial_report_removals AS
WITH first_ids AS (
  SELECT child_id, arg_min(afcars_id, (report_date, report_id)) AS afcars_id
  FROM case_reports
  WHERE afcars_id IS NOT NULL AND is_victim(disposition, maltreatment_death)
    AND child_id IN (SELECT child_id FROM initial_victim_reports WHERE afcars_id IS NULL)
  GROUP BY child_id
),
linked AS (
  SELECT initial.child_id, initial.report_id, initial.report_date,
    coalesce(initial.afcars_id, first_ids.afcars_id) AS care_id
  FROM initial_victim_reports AS initial LEFT JOIN first_ids USING (child_id)
)
SELECT linked.child_id, report_id, removal_date, end_on, dropped_after
FROM linked JOIN episodes AS episode ON episode.child_id = care_id
WHERE is_usable AND coalesce(end_on, DATE '9999-12-31') >= report_date
  AND removal_date < months_after(report_date, 12)
