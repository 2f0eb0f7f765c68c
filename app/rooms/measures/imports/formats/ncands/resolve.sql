-- Child Files of several years → one row per report and child, and what they say of each child.

-- The same report and child again: the later submission year wins, then the later file, then the later line.
CREATE OR REPLACE TABLE ncands_current AS
SELECT * FROM ncands_rows
QUALIFY row_number() OVER (
  PARTITION BY report_id, child_id ORDER BY sub_year DESC, file_no DESC, line DESC) = 1;

CREATE OR REPLACE TABLE ncands_reports AS
SELECT report_id, child_id, report_date, disposition, incident_date, disposition_date, afcars_id,
       age_years, maltreatment_death, unborn, county
FROM ncands_current;

-- A child's facts stand in each of its reports: for each fact the latest report that knows it.
CREATE OR REPLACE TABLE ncands_children AS
WITH ordered AS (
  SELECT *, row_number() OVER (ORDER BY sub_year, report_date, report_id) AS position FROM ncands_current
)
SELECT child_id,
       arg_max(birth_date, position) FILTER (birth_date IS NOT NULL) AS birth_date,
       arg_max(sex, position) FILTER (sex IS NOT NULL) AS sex,
       arg_max(american_indian_alaska_native, position) FILTER (american_indian_alaska_native IS NOT NULL)
         AS american_indian_alaska_native,
       arg_max(asian, position) FILTER (asian IS NOT NULL) AS asian,
       arg_max(black, position) FILTER (black IS NOT NULL) AS black,
       arg_max(native_hawaiian_pacific_islander, position)
         FILTER (native_hawaiian_pacific_islander IS NOT NULL) AS native_hawaiian_pacific_islander,
       arg_max(white, position) FILTER (white IS NOT NULL) AS white,
       arg_max(hispanic, position) FILTER (hispanic IS NOT NULL) AS hispanic
FROM ordered
GROUP BY child_id;
