-- Reports of any window's days that may be a child's initial report, with the child's age and dimensions, and
-- the day of the child's report before: a report is the first of a window when that lies before the window.
-- Birth date and dimensions are those of children[child_id]; where there is none, of children[afcars_id].
-- Age bands fall back on the reported age in years.
CREATE TEMP MACRO reported_children(reports) AS TABLE
WITH reported AS (
  SELECT
    report.report_id, report.child_id, report.report_date, report.incident_date, report.afcars_id,
    report.maltreatment_death, report.unborn, report.age_years,
    coalesce(report.county, 'unknown') AS county,
    coalesce(own.birth_date, linked.birth_date) AS birth_date,
    CASE WHEN own.child_id IS NOT NULL THEN own ELSE linked END AS child
  FROM query_table(reports) AS report
    LEFT JOIN case_children AS own ON own.child_id = report.child_id
    LEFT JOIN case_children AS linked
      ON linked.child_id = CASE WHEN report.afcars_id <> report.child_id THEN report.afcars_id END
  WHERE report.report_date BETWEEN first_window_day() AND last_window_day()
)
SELECT
  * EXCLUDE (unborn, age_years, birth_date, child),
  CASE
    WHEN birth_date IS NOT NULL THEN age_band(birth_date, report_date)
    ELSE age_band_of_years(age_years) END AS age_band,
  race_ethnicity_of(child.hispanic, child.american_indian_alaska_native, child.asian, child.black,
    child.native_hawaiian_pacific_islander, child.white) AS race_ethnicity,
  aian_any_of(child.american_indian_alaska_native) AS aian_any,
  coalesce(child.sex, 'unknown') AS sex, child.tribal_nation AS nation,
  lag(report_date) OVER (PARTITION BY child_id ORDER BY report_date, report_id) AS reported_before_on
FROM reported
WHERE may_be_initial(unborn, birth_date, report_date, age_years)
