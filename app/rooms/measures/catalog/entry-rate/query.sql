-- H1. Of a thousand children in the population, how many enter care?
--
-- Children entering (P1's denominator) are events, rows of the population are exposure. The year is the one
-- whose July 1 lies in the 12 months that end with the window [choice]; for a 12-month window that is the
-- year whose July 1 lies in it. Neither sex, unit nor a race alone or in combination is in a population row.
SELECT
  window_from, window_to, child_id AS subject_id, removal_date AS anchor_on,
  county, NULL::VARCHAR AS unit, age_band(birth_date, removal_date) AS age_band, race_ethnicity,
  NULL::VARCHAR AS aian_any, NULL::VARCHAR AS sex, NULL::VARCHAR AS nation,
  0 AS exposure, 1 AS events,
  NULL::INT AS second_exposure, NULL::INT AS second_events,
  window_to AS follow_up_ends_on
FROM first_entries(0)
UNION ALL
SELECT
  window_from, window_to, NULL, make_date(year, 7, 1),
  coalesce(county, 'unknown'), NULL, coalesce(age_group, 'unknown'), coalesce(race_ethnicity, 'unknown'),
  NULL, NULL, NULL,
  children, 0,
  NULL, NULL,
  window_to
FROM windows JOIN case_population
  ON year = year(window_to) - (window_to < make_date(year(window_to), 7, 1))::INT
