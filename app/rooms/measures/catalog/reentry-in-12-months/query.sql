-- P4. Of the children who leave care in the window to reunification, a relative or guardianship, who is
-- back in care within 12 months?
--
-- A child's first such exit of the window counts, ties by the earlier removal [choice]. A child with a later
-- removal that began before that discharge had not left care: out. A removal on the day of the discharge is
-- a re-entry [choice]; one on the anniversary is not. A later removal whose own discharge lacks a reason
-- still counts. There is no 8-day rule, for the exit or for the return.
WITH exits AS (
  SELECT window_from, window_to, episode.*
  FROM windows JOIN episodes AS episode ON discharge_date BETWEEN window_from AND window_to
  WHERE passes_all AND NOT turned_18
    AND discharge_date BETWEEN first_window_day() AND last_window_day()
    AND discharge_reason IN ('reunification', 'living_with_relative', 'guardianship')
    AND NOT is_left_out(dropped_after, window_to, 12)
  QUALIFY row_number() OVER (
    PARTITION BY window_from, window_to, child_number ORDER BY discharge_date, removal_date) = 1
),
returns AS (
  SELECT first_exit.window_from, first_exit.window_to, first_exit.child_number,
    min(later.removal_date) AS next_removal_date
  FROM exits AS first_exit JOIN case_removals AS later
    ON later.child_id = first_exit.child_id AND later.removal_date > first_exit.removal_date
  WHERE later.removal_date < first_exit.birthday18
    AND coalesce(
      failed_check(first_exit.birth_date, later.removal_date, later.discharge_date, later.discharge_reason),
      'discharge_reason_missing') = 'discharge_reason_missing'
    AND NOT is_left_out(later.dropped_after, first_exit.window_to, 12)
  GROUP BY ALL
)
SELECT
  window_from, window_to, child_id AS subject_id, discharge_date AS anchor_on,
  county, unit, age_band(birth_date, discharge_date) AS age_band, race_ethnicity, aian_any, sex, nation,
  1 AS exposure,
  coalesce(next_removal_date < months_after(discharge_date, 12), false)::INT AS events,
  NULL::INT AS second_exposure, NULL::INT AS second_events,
  months_after(discharge_date, 12) AS follow_up_ends_on
FROM exits LEFT JOIN returns USING (window_from, window_to, child_number)
WHERE coalesce(next_removal_date >= discharge_date, true)
