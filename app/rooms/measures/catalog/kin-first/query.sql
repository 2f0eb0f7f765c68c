-- H3. Of the children who enter care in the window, who lives first with relatives or kin?
--
-- Entries are P1's; one without a counted placement row (all runaway, hospital, respite, trial home visit,
-- or no row) says nothing about where the child first lived and is out.
SELECT
  window_from, window_to, child_id AS subject_id, removal_date AS anchor_on,
  county, unit, age_band(birth_date, removal_date) AS age_band, race_ethnicity, aian_any, sex, nation,
  1 AS exposure,
  (first_counted_setting IN ('foster_home_relative', 'foster_home_kin'))::INT AS events,
  NULL::INT AS second_exposure, NULL::INT AS second_events,
  window_to AS follow_up_ends_on
FROM first_entries(0) JOIN placement_walks USING (episode_id)
WHERE first_counted_setting IS NOT NULL
