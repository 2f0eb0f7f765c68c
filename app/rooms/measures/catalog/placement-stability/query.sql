-- P5. How often do children move from home to home while they are in care?
--
-- Every episode that begins in the window, each by itself: its days up to the window's last day and the
-- moves its walk (shared/placement-walks.sql) shows by then. An episode without a placement row is out, days
-- and moves; legacy AFCARS records have no rows but a number of settings, one more than the moves.
SELECT
  window_from, window_to, child_id AS subject_id, removal_date AS anchor_on,
  county, unit, age_band(birth_date, removal_date) AS age_band, race_ethnicity, aian_any, sex, nation,
  least(coalesce(end_on, DATE '9999-12-31'), last_day_known(window_to)) - removal_date AS exposure,
  CASE
    WHEN walk.episode_id IS NULL THEN greatest(placement_settings - 1, 0)
    ELSE coalesce(len(list_filter(moved_on, lambda day: day <= last_day_known(window_to))), 0)
  END::INT AS events,
  NULL::INT AS second_exposure, NULL::INT AS second_events,
  window_to AS follow_up_ends_on
FROM window_entries LEFT JOIN placement_walks AS walk USING (episode_id)
WHERE (walk.episode_id IS NOT NULL OR placement_settings IS NOT NULL)
  AND NOT is_left_out(dropped_after, window_to, 0)
