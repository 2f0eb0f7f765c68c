-- Every removal episode known at as-of, once, with what all measures ask of it.
--
-- birthday18   the day the child turns 18 (29 February becomes 28 February).
-- end_on       the earlier of discharge and birthday18; without a discharge, birthday18 once it is reached;
--              null while the child is in care.
-- turned_18    the episode ended because the child turned 18: never permanency.
-- dropped_for  the first record check the episode fails, in the spec's order, so that reasons add up.
-- is_usable    passes all checks but perhaps the last: a missing discharge reason takes an episode out of
--              P1 to P4 only. An episode that begins on or after birthday18 is not usable either.
CREATE TEMP TABLE episodes AS
WITH checked AS (
  SELECT
    removal.*, birth_date, birthday18, sex, race_ethnicity, aian_any,
    CASE
      WHEN birth_date IS NULL THEN 'birth_date_missing'
      WHEN birth_date > removal_date THEN 'birth_after_removal'
      WHEN birth_date > discharge_date THEN 'birth_after_discharge'
      WHEN discharge_date < removal_date THEN 'discharge_before_removal'
      WHEN discharge_date = removal_date THEN 'discharge_same_day'
      WHEN discharge_date IS NOT NULL AND discharge_reason IS NULL THEN 'discharge_reason_missing'
    END AS dropped_for
  FROM case_removals AS removal LEFT JOIN known_children USING (child_id)
)
SELECT
  child_id, removal_date, discharge_date, discharge_reason, birth_date, birthday18,
  CASE
    WHEN discharge_date IS NOT NULL THEN least(discharge_date, birthday18)
    WHEN birthday18 <= as_of() THEN birthday18
  END AS end_on,
  coalesce(birthday18 <= coalesce(discharge_date, as_of()), false) AS turned_18,
  dropped_for,
  coalesce(dropped_for, 'discharge_reason_missing') = 'discharge_reason_missing'
    AND removal_date < birthday18 AS is_usable,
  dropped_after, trial_home_visit_from, placement_settings,
  coalesce(county, 'unknown') AS county, coalesce(unit, 'unknown') AS unit,
  coalesce(race_ethnicity, 'unknown') AS race_ethnicity, aian_any, coalesce(sex, 'unknown') AS sex
FROM checked
