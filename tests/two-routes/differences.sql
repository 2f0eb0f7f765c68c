-- Every difference between the records of the two routes, in columns that a measure reads, with its class. One that
-- the formats cannot explain has the class NULL. Reads p_* (package), f_* (federal files) and the tables of filed.sql.
-- `part` is what differs: the whole row, or some of its columns.
CREATE TABLE differences AS
WITH removals AS (
  SELECT child_id, removal_date, s.* EXCLUDE (child_id, removal_date, discharge_date),
    p.child_id IS NOT NULL AS in_package, f.child_id IS NOT NULL AS in_federal,
    p.discharge_date AS ended_on, p.discharge_reason AS reason, f.discharge_date AS told_ended_on,
    f.discharge_reason AS told_reason, f.dropped_after, p.county, f.county AS told_county,
    p.unit, f.unit AS told_unit, f.placement_settings, f.trial_home_visit_from
  FROM p_removals AS p FULL JOIN f_removals AS f USING (child_id, removal_date)
    LEFT JOIN stays AS s USING (child_id, removal_date)
),
removal_rows AS (
  SELECT 'row' AS part, child_id, removal_date,
    CASE
      WHEN NOT in_package THEN NULL
      WHEN has_vanished AND coalesce(removal_recorded_at > last_on, true) THEN 'dropped-record'
      WHEN last_kind = 'legacy' AND shown_on IS NULL THEN 'stay-between-files'
    END AS class
  FROM removals WHERE NOT (in_package AND in_federal)
),
removal_exits AS (
  SELECT 'exit' AS part, child_id, removal_date,
    CASE
      WHEN has_vanished AND told_ended_on IS NULL AND told_reason IS NULL AND dropped_after = last_on
        AND coalesce(discharge_recorded_at > last_on, true) THEN 'dropped-record'
      WHEN last_kind = 'legacy' AND NOT was_shown_with_exit AND told_reason IS NULL
        AND told_ended_on = ended_on AND dropped_after IS NULL THEN 'dates-alone'
    END AS class
  FROM removals
  WHERE in_package AND in_federal
    AND (ended_on IS DISTINCT FROM told_ended_on OR reason IS DISTINCT FROM told_reason OR dropped_after IS NOT NULL)
),
removal_places AS (
  SELECT 'place' AS part, child_id, removal_date,
    CASE
      WHEN told_county IS NULL AND told_unit IS NULL AND last_kind = 'legacy' AND shown_on IS NULL THEN 'dates-alone'
      WHEN told_county IS NULL AND unit IS NOT DISTINCT FROM told_unit AND is_1993 AND shown_on IS NULL
        THEN 'county-before-2022-10'
    END AS class
  FROM removals
  WHERE in_package AND in_federal
    AND (county IS DISTINCT FROM told_county OR unit IS DISTINCT FROM told_unit)
),
removal_settings AS (
  SELECT 'settings' AS part, child_id, removal_date,
    CASE
      WHEN is_before_xml AND shown_on IS NOT NULL AND r.placement_settings = counted.placement_settings
        AND r.trial_home_visit_from IS NOT DISTINCT FROM counted.trial_home_visit_from
        THEN 'placements-before-2022-10'
    END AS class
  FROM removals AS r LEFT JOIN settings_counted AS counted USING (child_id, removal_date)
  WHERE in_package AND in_federal
    AND (r.placement_settings IS NOT NULL OR r.trial_home_visit_from IS NOT NULL
      OR (is_before_xml AND shown_on IS NOT NULL))
),
placements AS (
  SELECT
    CASE WHEN w.child_id IS NULL OR f.child_id IS NULL OR w.setting <> f.setting THEN 'row' ELSE 'home' END AS part,
    child_id, removal_date, start_date, w.child_id IS NOT NULL AS in_package, f.child_id IS NOT NULL AS in_federal,
    is_folded,
    f.provider_id IS NULL AS is_home_unknown
  FROM walked AS w FULL JOIN f_placements AS f USING (child_id, removal_date, start_date)
  WHERE w.setting IS DISTINCT FROM f.setting OR w.provider_id IS DISTINCT FROM f.provider_id
),
placement_differences AS (
  SELECT part, child_id, removal_date, start_date,
    CASE
      WHEN NOT in_package THEN NULL
      WHEN part = 'home' AND is_home_unknown THEN 'home-not-told'
      WHEN in_federal THEN NULL
      WHEN has_vanished AND coalesce(start_date > last_on, true) THEN 'dropped-record'
      WHEN gone.class IS NOT NULL THEN gone.class
      WHEN is_before_xml THEN 'placements-before-2022-10'
      WHEN is_folded THEN 'respite-folded'
    END AS class
  FROM placements LEFT JOIN stays USING (child_id, removal_date)
    LEFT JOIN (SELECT * EXCLUDE (part) FROM removal_rows) AS gone USING (child_id, removal_date)
),
visits AS (
  SELECT 'row' AS part, child_id, visit_date,
    CASE
      WHEN p.child_id IS NULL OR f.child_id IS NOT NULL THEN NULL
      WHEN visit_date < DATE '2022-10-01' THEN 'visit-before-2022-10'
      WHEN child_id IN (SELECT child_id FROM vanished) AND coalesce(visit_date > last_on, true) THEN 'dropped-record'
    END AS class
  FROM p_visits AS p FULL JOIN f_visits AS f USING (child_id, visit_date) LEFT JOIN last_filed USING (child_id)
  WHERE p.location IS DISTINCT FROM f.location OR p.child_id IS NULL OR f.child_id IS NULL
),
reports AS (
  SELECT 'row' AS part, child_id, report_id,
    CASE WHEN f.report_id IS NULL AND p.disposition = 'pending' THEN 'report-pending' END AS class
  FROM p_reports AS p FULL JOIN f_reports AS f USING (report_id, child_id)
  WHERE p IS DISTINCT FROM f
),
children AS (
  SELECT 'row' AS part, child_id,
    CASE
      WHEN f.child_id IS NOT NULL THEN NULL
      WHEN child_id IN (SELECT child_id FROM vanished) THEN 'dropped-record'
      WHEN child_id NOT IN (SELECT child_id FROM p_removals)
        AND child_id NOT IN (SELECT child_id FROM p_reports WHERE disposition <> 'pending') THEN 'report-pending'
    END AS class
  FROM p_children AS p FULL JOIN f_children AS f USING (child_id)
  WHERE p IS DISTINCT FROM f
),
whole_tables AS (
  SELECT 'investigations' AS table_name FROM (
    (FROM p_investigations EXCEPT ALL FROM f_investigations) UNION ALL
    (FROM f_investigations EXCEPT ALL FROM p_investigations))
  UNION ALL
  SELECT 'population' FROM (
    (FROM p_population EXCEPT ALL FROM f_population) UNION ALL (FROM f_population EXCEPT ALL FROM p_population))
)
SELECT 'removals' AS table_name, *, NULL::DATE AS on_date, NULL::VARCHAR AS report_id FROM (
  FROM removal_rows UNION ALL FROM removal_exits UNION ALL FROM removal_places
  UNION ALL (SELECT * FROM removal_settings))
UNION ALL BY NAME SELECT 'placements' AS table_name, part, child_id, removal_date, start_date AS on_date, class
  FROM placement_differences
UNION ALL BY NAME SELECT 'visits' AS table_name, part, child_id, visit_date AS on_date, class FROM visits
UNION ALL BY NAME SELECT 'reports' AS table_name, part, child_id, report_id, class FROM reports
UNION ALL BY NAME SELECT 'children' AS table_name, part, child_id, class FROM children
UNION ALL BY NAME SELECT table_name, 'row' AS part FROM whole_tables;
