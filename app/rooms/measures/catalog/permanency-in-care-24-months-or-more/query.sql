-- P3. Of the children who on the window's first day have been in care 24 months or more, who reaches a
-- permanent family by its last day?
--
-- Exactly 24 months on the first day is in; a day less is P2.
WITH in_care AS (
  SELECT * FROM stays JOIN episodes USING (child_number, removal_date)
  WHERE window_from >= months_after(removal_date, 24)
)
SELECT
  window_from, window_to, child_id AS subject_id, removal_date AS anchor_on,
  county, unit, age_band(birth_date, window_from) AS age_band, race_ethnicity, aian_any, sex, nation,
  1 AS exposure,
  coalesce(is_permanency(discharge_reason) AND NOT turned_18 AND discharge_date <= window_to, false)::INT
    AS events,
  NULL::INT AS second_exposure, NULL::INT AS second_events,
  window_to AS follow_up_ends_on
FROM in_care
