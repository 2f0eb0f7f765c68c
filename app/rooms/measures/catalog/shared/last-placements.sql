-- The placement a child was discharged from: the latest to start before the discharge.
CREATE TEMP VIEW last_placements AS
SELECT episode_id, arg_max(setting, start_date) AS setting, max(start_date) AS start_date
FROM window_placements
WHERE start_date < discharge_date
GROUP BY episode_id
