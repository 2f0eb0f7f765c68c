-- Reports with their child's birth date and dimensions. Those are the record of children[child_id]; where
-- there is none, of children[afcars_id]. Age bands fall back on the reported age in years.
CREATE TEMP MACRO reported_children(reports) AS TABLE
SELECT
  report.report_id, report.child_id, report.report_date, report.incident_date, report.afcars_id,
  report.maltreatment_death,
  may_be_initial(report.unborn, coalesce(own.birth_date, linked.birth_date), report.report_date,
    report.age_years) AS may_be_initial,
  CASE
    WHEN coalesce(own.birth_date, linked.birth_date) IS NOT NULL
      THEN age_band(coalesce(own.birth_date, linked.birth_date), report.report_date)
    ELSE age_band_of_years(report.age_years) END AS age_band,
  coalesce(report.county, 'unknown') AS county,
  coalesce(own.race_ethnicity, linked.race_ethnicity, 'unknown') AS race_ethnicity,
  CASE WHEN own.child_id IS NOT NULL THEN own.aian_any ELSE linked.aian_any END AS aian_any,
  coalesce(own.sex, linked.sex, 'unknown') AS sex
FROM query_table(reports) AS report
  LEFT JOIN known_children AS own ON own.child_id = report.child_id
  LEFT JOIN known_children AS linked
    ON linked.child_id = CASE WHEN report.afcars_id <> report.child_id THEN report.afcars_id END
WHERE report.report_date BETWEEN first_window_day() AND last_window_day()
