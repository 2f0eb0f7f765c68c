-- The federal checks of NCANDS Child Files, counted per federal fiscal year: one row per year and check.
-- They look at victims: a child with a substantiated or indicated report, or a maltreatment death, in the year's file.

CREATE OR REPLACE TABLE quality_ncands_children AS
SELECT sub_year, child_id,
       bool_or(disposition IN ('substantiated', 'indicated') OR coalesce(maltreatment_death, false)) AS is_victim,
       max(sex) AS sex,
       arg_max(age_years, report_date) FILTER (age_years IS NOT NULL) AS age_years,
       arg_max(birth_date, report_date) FILTER (birth_date IS NOT NULL) AS birth_date,
       bool_or(unborn) AS is_unborn,
       any_value(afcars_id) FILTER (afcars_id IS NOT NULL) AS afcars_id
FROM ncands_rows
GROUP BY sub_year, child_id;

-- An AFCARS record in the same year: in care on at least one day of it.
CREATE OR REPLACE TABLE quality_ncands_in_care AS
SELECT DISTINCT v.sub_year, v.child_id
FROM quality_ncands_children AS v
JOIN quality_removals AS r
  ON r.child_id = v.afcars_id
 AND r.removal_date <= make_date(v.sub_year, 9, 30)
 AND (r.discharge_date IS NULL OR r.discharge_date >= make_date(v.sub_year - 1, 10, 1))
WHERE v.is_victim;

CREATE OR REPLACE TABLE quality_ncands_counts AS
WITH years AS (SELECT DISTINCT sub_year FROM quality_ncands_children),
victims AS (
  SELECT v.*, n.child_id IS NOT NULL AS is_in_next, c.child_id IS NOT NULL AS is_in_care,
         -- Without sex or age in both years nothing can differ.
         n.child_id IS NOT NULL AND v.sex IS NOT NULL AND n.sex IS NOT NULL
           AND v.age_years IS NOT NULL AND n.age_years IS NOT NULL
           AND NOT (v.age_years < 1 AND v.birth_date IS NULL) AS is_comparable,
         coalesce(v.sex <> n.sex, false)
           OR coalesce(n.age_years - v.age_years NOT BETWEEN 0 AND 3, false)
           OR coalesce(v.age_years < 1 AND v.birth_date <> n.birth_date, false) AS differs
  FROM quality_ncands_children AS v
  LEFT JOIN quality_ncands_children AS n ON n.sub_year = v.sub_year + 1 AND n.child_id = v.child_id
  LEFT JOIN quality_ncands_in_care AS c ON c.sub_year = v.sub_year AND c.child_id = v.child_id
  WHERE v.is_victim
), counted AS (
  SELECT sub_year,
         sub_year + 1 IN (SELECT sub_year FROM years) AS has_next,
         count(*) AS victims,
         count(*) FILTER (is_in_next) AS matched,
         count(*) FILTER (is_comparable) AS comparable,
         count(*) FILTER (is_comparable AND differs) AS different,
         count(*) FILTER (age_years IS NULL AND birth_date IS NULL AND NOT is_unborn) AS no_age,
         count(afcars_id) AS with_id,
         count(*) FILTER (is_in_care) AS in_care
  FROM victims
  GROUP BY sub_year
)
SELECT 'ncands' AS source, make_date(sub_year, 9, 30) AS period_end, 'FFY' || sub_year AS period,
       unnest([
         {'check_id': 'victims-in-next-year', 'numerator': CASE WHEN has_next THEN matched END,
          'denominator': victims},
         {'check_id': 'victims-match-differs', 'numerator': CASE WHEN has_next THEN different END,
          'denominator': comparable},
         {'check_id': 'victims-age-missing', 'numerator': no_age, 'denominator': victims},
         {'check_id': 'victims-with-afcars-id', 'numerator': with_id, 'denominator': victims},
         {'check_id': 'victims-found-in-care', 'numerator': CASE WHEN sub_year IN (SELECT fiscal_year FROM quality_years_in_care)
                                                                   THEN in_care END,
          'denominator': with_id}
       ], recursive := true)
FROM counted;
