-- P1. Of the children who enter care in the window, who reaches a permanent family within 12 months?
--
-- Counted: a discharge to permanency, not by turning 18, before the anniversary of the removal (strictly
-- earlier) [choice]. Trial home visit adjustment: a child reunified from a trial home visit of more than
-- 30 days was home 30 days after the visit began, so that day is tested instead of the discharge.
-- Worked: removed day 0, trial home visit from day 310, reunified day 410 -> tested at day 340 -> counted.
-- Legacy AFCARS has no placement rows; the start of the visit its last record shows stands in for them.
WITH tested AS (
  SELECT
    entry.*,
    CASE WHEN entry.discharge_reason = 'reunification' THEN
      CASE
        WHEN last_placement.start_date IS NULL THEN trial_home_visit_from
        WHEN last_placement.setting = 'trial_home_visit' THEN last_placement.start_date
      END END AS trial_began_on
  FROM first_entries(12) AS entry LEFT JOIN last_placements AS last_placement USING (episode_id)
)
SELECT
  window_from, window_to, child_id AS subject_id, removal_date AS anchor_on,
  county, unit, age_band(birth_date, removal_date) AS age_band, race_ethnicity, aian_any, sex, nation,
  1 AS exposure,
  coalesce(
    is_permanency(discharge_reason) AND NOT turned_18
      AND CASE WHEN discharge_date - trial_began_on > 30 THEN trial_began_on + 30 ELSE discharge_date END
        < months_after(removal_date, 12),
    false)::INT AS events,
  NULL::INT AS second_exposure, NULL::INT AS second_events,
  months_after(removal_date, 12) AS follow_up_ends_on
FROM tested
