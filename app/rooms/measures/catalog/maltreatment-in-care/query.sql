-- S1. How often are children found to be victims of maltreatment while they are in foster care?
--
-- Days: entered before the window and still in after it, the whole window; entered before and ended in it,
-- end - first day; entered in it, end - removal, or last day - removal. Summed per child, capped at the
-- window's length. A child with no day is out, with its reports.
-- Victimizations: victim reports of the window from the 7th day of an eligible episode, before its end, and
-- whose incident (when known) lies in the episode. Then a report within 1 day of the last kept one is the
-- same event. Worked: reports on four days running -> in a run of consecutive days the 1st, 3rd, 5th … are
-- kept -> 2. The whole child goes with its first eligible episode, so that groups add up to the total.
WITH eligible AS (
  SELECT
    window_from, window_to, last_day_known(window_to) AS last_on, episode.*,
    end_on IS NOT NULL AND end_on <= last_day_known(window_to) AS has_ended
  FROM windows JOIN episodes AS episode
    ON removal_date <= window_to AND coalesce(end_on, DATE '9999-12-31') >= window_from
  WHERE is_usable AND birthday18 > window_from AND removal_date <= last_window_day()
    AND coalesce(end_on, DATE '9999-12-31') >= first_window_day()
    AND (end_on IS NULL OR end_on - removal_date >= 8)
    AND NOT is_left_out(dropped_after, window_to, 0)
),
counted_days AS (
  SELECT
    *,
    CASE
      WHEN removal_date < window_from AND has_ended THEN end_on - window_from
      WHEN removal_date < window_from THEN last_on - window_from + 1
      WHEN has_ended THEN end_on - removal_date
      ELSE last_on - removal_date
    END AS days
  FROM eligible
),
children AS (
  SELECT
    window_from, window_to, child_number,
    least(sum(days), any_value(last_on - window_from + 1)) AS days,
    min(removal_date) AS removal_date
  FROM counted_days
  GROUP BY window_from, window_to, child_number
  HAVING sum(days) > 0
),
report_days AS (
  SELECT DISTINCT window_from, window_to, episode.child_number, report_date
  FROM eligible AS episode JOIN victim_reports AS report ON report.afcars_id = episode.child_id
  WHERE report_date BETWEEN window_from AND last_on
    AND report_date >= removal_date + 7
    AND (NOT has_ended OR report_date < end_on)
    AND coalesce(incident_date >= removal_date AND incident_date < coalesce(end_on, DATE '9999-12-31'), true)
),
runs AS (
  SELECT *, report_date - (row_number() OVER (
    PARTITION BY window_from, window_to, child_number ORDER BY report_date))::INT AS run
  FROM report_days
),
events AS (
  SELECT window_from, window_to, child_number, sum(kept)::INT AS events
  FROM (
    SELECT window_from, window_to, child_number, (count(*) + 1) // 2 AS kept
    FROM runs GROUP BY window_from, window_to, child_number, run
  )
  GROUP BY window_from, window_to, child_number
)
SELECT
  window_from, window_to, child_id AS subject_id, removal_date AS anchor_on,
  county, unit, age_band(birth_date, greatest(removal_date, window_from)) AS age_band,
  race_ethnicity, aian_any, sex, nation,
  days AS exposure, coalesce(events, 0) AS events,
  NULL::INT AS second_exposure, NULL::INT AS second_events,
  window_to AS follow_up_ends_on
FROM children
  JOIN episodes USING (child_number, removal_date)
  LEFT JOIN events USING (window_from, window_to, child_number)
