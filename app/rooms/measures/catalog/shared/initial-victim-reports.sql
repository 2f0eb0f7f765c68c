-- Victim reports that may be a child's initial one, in whatever window.
CREATE TEMP TABLE initial_victim_reports AS
SELECT * FROM reported_children('victim_reports')
