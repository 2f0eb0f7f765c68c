-- Removal episodes that any window or its follow-up can see, once, with what all measures ask of them. One
-- that ended before the first window, or began a year after the last, counts nowhere and stays out.
--
-- birthday18   the day the child turns 18 (29 February becomes 28 February).
-- end_on       the earlier of discharge and birthday18; without a discharge, birthday18 once it is reached;
--              null while the child is in care.
-- turned_18    the episode ended because the child turned 18: never permanency.
-- passes_all   passes all record checks.
-- is_usable    passes all of them but perhaps the last: a missing discharge reason takes an episode out of
--              P1 to P4 only. An episode that begins on or after birthday18 is not usable either.
CREATE TEMP TABLE episodes AS
WITH seen AS (
  SELECT removal.*, child_number, birth_date, eighteenth_birthday(birth_date) AS birthday18,
    race_ethnicity_of(hispanic, american_indian_alaska_native, asian, black,
      native_hawaiian_pacific_islander, white) AS race_ethnicity,
    aian_any_of(american_indian_alaska_native) AS aian_any, coalesce(sex, 'unknown') AS sex,
    tribal_nation AS nation,
    failed_check(birth_date, removal_date, discharge_date, discharge_reason) AS failed
  FROM case_removals AS removal LEFT JOIN case_children USING (child_id)
  WHERE coalesce(discharge_date >= first_window_day(), true)
    AND removal_date <= months_after(last_window_day(), 12)
)
SELECT
  child_id, child_number, removal_date, discharge_date, discharge_reason, birth_date, birthday18,
  CASE
    WHEN discharge_date IS NOT NULL THEN least(discharge_date, birthday18)
    WHEN birthday18 <= as_of() THEN birthday18
  END AS end_on,
  coalesce(birthday18 <= coalesce(discharge_date, as_of()), false) AS turned_18,
  failed IS NULL AND removal_date < birthday18 AS passes_all,
  coalesce(failed, 'discharge_reason_missing') = 'discharge_reason_missing'
    AND removal_date < birthday18 AS is_usable,
  dropped_after, trial_home_visit_from, placement_settings,
  coalesce(county, 'unknown') AS county, coalesce(unit, 'unknown') AS unit,
  race_ethnicity, aian_any, sex, nation
FROM seen
