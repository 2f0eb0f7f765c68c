-- C1. Of the full months children spend in care, in how many did a caseworker visit? And of the visited
-- months, in how many did a visit take place where the child lives?
--
-- A month counts when a child under 18 was in care on its every day, all the child's episodes together: a
-- stay that ends on the 10th and one that begins on the 10th are one stretch of days. Months not wholly
-- over by as-of are not counted. A child's months go with the first episode of the window, and the age at
-- entry or on the window's first day, whichever is later [choice], so that groups add up to the total.
-- Visits are a promise kept; they do not say whether families are better off.
WITH care AS (
  SELECT
    window_from, window_to, child_id, child_number, removal_date,
    coalesce(end_on, DATE '9999-12-31') AS until_on
  FROM windows JOIN episodes
    ON removal_date <= window_to AND coalesce(end_on, DATE '9999-12-31') > window_from
  WHERE is_usable AND removal_date <= last_window_day()
    AND coalesce(end_on, DATE '9999-12-31') > first_window_day()
    AND NOT is_left_out(dropped_after, window_to, 0)
),
children AS (
  SELECT
    window_from, window_to, child_number, count(*) AS episodes,
    min(removal_date) AS removal_date, max(until_on) AS until_on
  FROM care
  GROUP BY window_from, window_to, child_number
),
marked AS (
  SELECT care.*, coalesce(care.removal_date > max(care.until_on) OVER (
    PARTITION BY window_from, window_to, child_number ORDER BY care.removal_date
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), true)::INT AS begins_stretch
  FROM care JOIN children USING (window_from, window_to, child_number)
  WHERE episodes > 1
),
numbered AS (
  SELECT *, sum(begins_stretch) OVER (
    PARTITION BY window_from, window_to, child_number ORDER BY removal_date) AS stretch
  FROM marked
),
stretches AS (
  SELECT window_from, window_to, child_number, removal_date, until_on FROM children WHERE episodes = 1
  UNION ALL
  SELECT window_from, window_to, child_number, min(removal_date), max(until_on)
  FROM numbered
  GROUP BY window_from, window_to, child_number, stretch
),
full_months AS (
  SELECT
    window_from, window_to, child_number,
    month_number(greatest(removal_date, window_from) + (to_months(1) - to_days(1))) AS first_month,
    month_number(least(until_on, window_to + 1, as_of() + 1)) AS months_end
  FROM stretches
),
visited_months AS (
  SELECT
    child_number, month_number(visit_date) AS month,
    coalesce(bool_or(location = 'residence'), false) AS at_residence
  FROM case_visits
    JOIN (SELECT child_number, any_value(child_id) AS child_id FROM care GROUP BY child_number) USING (child_id)
  WHERE visit_date BETWEEN first_window_day() AND last_window_day()
  GROUP BY child_number, month
),
child_months AS (
  SELECT window_from, window_to, child_number, sum(months_end - first_month)::INT AS months
  FROM full_months
  WHERE first_month < months_end
  GROUP BY ALL
),
visits AS (
  SELECT
    window_from, window_to, child_number,
    count(*)::INT AS visited, count(*) FILTER (at_residence)::INT AS visited_at_residence
  FROM full_months JOIN visited_months USING (child_number)
  WHERE month >= first_month AND month < months_end
  GROUP BY ALL
)
SELECT
  window_from, window_to, child_id AS subject_id, removal_date AS anchor_on,
  county, unit, age_band(birth_date, greatest(removal_date, window_from)) AS age_band,
  race_ethnicity, aian_any, sex, nation,
  months AS exposure, coalesce(visited, 0) AS events,
  coalesce(visited, 0) AS second_exposure, coalesce(visited_at_residence, 0) AS second_events,
  window_to AS follow_up_ends_on
FROM child_months
  JOIN children USING (window_from, window_to, child_number)
  JOIN episodes USING (child_number, removal_date)
  LEFT JOIN visits USING (window_from, window_to, child_number)
