-- Every episode known at as-of that fails a record check, whatever the window: counted beside the figures.
CREATE TEMP VIEW dropped_records AS
SELECT failed_check(birth_date, removal_date, discharge_date, discharge_reason) AS reason
FROM case_removals LEFT JOIN case_children USING (child_id)
WHERE failed_check(birth_date, removal_date, discharge_date, discharge_reason) IS NOT NULL
