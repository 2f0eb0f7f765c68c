-- Records of a version's tables that are to be mended, whatever file they came from. Each query's first columns say which
-- record, so that the same record in the next version is the same row here. Children whose episodes the measures drop
-- are found by the measures' own check.

-- Where each child was removed last: what is the child's and names no place of its own goes there.
CREATE TEMP TABLE last_places AS
SELECT child_id, arg_max({'county': county, 'unit': unit}, removal_date) AS place
FROM case_removals
GROUP BY child_id;

CREATE TEMP TABLE failed_removals AS
SELECT
  child_id, removal_date, county, unit, child_number IS NOT NULL AS is_known,
  failed_check(birth_date, removal_date, discharge_date, discharge_reason) AS failed
FROM case_removals LEFT JOIN case_children USING (child_id)
WHERE failed_check(birth_date, removal_date, discharge_date, discharge_reason) IS NOT NULL;

CREATE TEMP VIEW found_in_tables AS
-- The child's own fault, told once, however many removals it spoils.
SELECT DISTINCT
  'children' AS about_table, CASE WHEN is_known THEN 'birth-date-missing' ELSE 'removal-without-child' END AS rule,
  'birth_date' AS field, child_id, NULL::VARCHAR AS report_id, NULL::DATE AS record_on,
  NULL::VARCHAR AS county, NULL::VARCHAR AS unit, 1 AS records
FROM failed_removals WHERE failed = 'birth_date_missing'
UNION ALL
SELECT
  'removals', replace(failed, '_', '-'),
  CASE
    WHEN failed LIKE 'birth%' THEN 'birth_date'
    WHEN failed = 'discharge_reason_missing' THEN 'discharge_reason'
    ELSE 'discharge_date' END,
  child_id, NULL, removal_date, county, unit, 1
FROM failed_removals WHERE failed <> 'birth_date_missing'
UNION ALL
SELECT 'removals', 'discharge-date-missing', 'discharge_date', child_id, NULL, removal_date, county, unit, 1
FROM case_removals WHERE discharge_date IS NULL AND discharge_reason IS NOT NULL
UNION ALL
SELECT 'removals', 'dropped-record', 'discharge_date', child_id, NULL, removal_date, county, unit, 1
FROM case_removals WHERE dropped_after IS NOT NULL
UNION ALL
-- Only where the files name counties at all, and of stays that still count: nobody mends what ended years ago.
SELECT 'removals', 'county-missing', 'county', child_id, NULL, removal_date, NULL, NULL, 1
FROM case_removals
WHERE county IS NULL AND coalesce(discharge_date > as_of() - INTERVAL 1 YEAR, true)
  AND (SELECT count(county) * 2 > count(*) FROM case_removals)
UNION ALL
SELECT 'placements', 'placement-before-removal', 'start_date', child_id, NULL, removal_date, NULL, NULL, count(*)
FROM case_placements WHERE start_date < removal_date GROUP BY child_id, removal_date
UNION ALL
SELECT 'placements', 'placement-without-removal', 'removal_date', child_id, NULL, removal_date, NULL, NULL, count(*)
FROM case_placements ANTI JOIN case_removals USING (child_id, removal_date) GROUP BY child_id, removal_date
UNION ALL
SELECT 'visits', 'visit-without-removal', 'child_id', child_id, NULL, NULL, NULL, NULL, count(*)
FROM case_visits ANTI JOIN last_places USING (child_id) GROUP BY child_id
UNION ALL
SELECT 'investigations', 'investigation-without-report', 'report_id', NULL, report_id, NULL, NULL, NULL, 1
FROM case_investigations ANTI JOIN case_reports USING (report_id)
WHERE EXISTS (SELECT 1 FROM case_reports)
UNION ALL
SELECT 'reports', 'victim-age-missing', 'age_years', report.child_id, report_id, report_date, county, NULL, 1
FROM case_reports AS report LEFT JOIN case_children AS child USING (child_id)
WHERE is_victim(disposition, maltreatment_death) AND NOT coalesce(unborn, false)
  AND age_years IS NULL AND birth_date IS NULL;
