-- The package with some classes of difference taken into account: where `applied` names a difference, the federal
-- files' word stands instead of the package's.
CREATE OR REPLACE VIEW applied_removals AS
WITH parts AS (
  SELECT child_id, removal_date, bool_or(part = 'row') AS is_gone, bool_or(part = 'exit') AS has_exit,
    bool_or(part = 'place') AS has_place, bool_or(part = 'settings') AS has_settings
  FROM applied WHERE table_name = 'removals' GROUP BY ALL
)
SELECT p.* REPLACE (
  CASE WHEN has_exit THEN f.discharge_date ELSE p.discharge_date END AS discharge_date,
  CASE WHEN has_exit THEN f.discharge_reason ELSE p.discharge_reason END AS discharge_reason,
  CASE WHEN has_exit THEN f.dropped_after END AS dropped_after,
  CASE WHEN has_place THEN f.county ELSE p.county END AS county,
  CASE WHEN has_place THEN f.unit ELSE p.unit END AS unit,
  CASE WHEN has_settings THEN f.placement_settings END AS placement_settings,
  CASE WHEN has_settings THEN f.trial_home_visit_from END AS trial_home_visit_from)
FROM p_removals AS p LEFT JOIN f_removals AS f USING (child_id, removal_date)
  LEFT JOIN parts USING (child_id, removal_date)
WHERE NOT coalesce(is_gone, false);

CREATE OR REPLACE VIEW applied_placements AS
SELECT p.* REPLACE (
  CASE WHEN a.part = 'home' THEN f.provider_id ELSE p.provider_id END AS provider_id)
FROM p_placements AS p LEFT JOIN f_placements AS f USING (child_id, removal_date, start_date)
  LEFT JOIN (SELECT child_id, removal_date, on_date AS start_date, part FROM applied WHERE table_name = 'placements')
    AS a USING (child_id, removal_date, start_date)
WHERE a.part IS DISTINCT FROM 'row';

CREATE OR REPLACE VIEW applied_visits AS
SELECT * FROM p_visits ANTI JOIN (
  SELECT child_id, on_date AS visit_date FROM applied WHERE table_name = 'visits') USING (child_id, visit_date);

CREATE OR REPLACE VIEW applied_reports AS
SELECT * FROM p_reports ANTI JOIN (SELECT * FROM applied WHERE table_name = 'reports') USING (report_id, child_id);

CREATE OR REPLACE VIEW applied_children AS
SELECT * FROM p_children ANTI JOIN (SELECT * FROM applied WHERE table_name = 'children') USING (child_id);

CREATE OR REPLACE VIEW applied_investigations AS SELECT * FROM p_investigations;

CREATE OR REPLACE VIEW applied_population AS SELECT * FROM p_population;
