-- Episodes that begin in a window: usable, and not a complete stay shorter than 8 days.
CREATE TEMP VIEW window_entries AS
SELECT window_from, window_to, episode.rowid AS episode_id, episode.*
FROM windows JOIN episodes AS episode ON removal_date BETWEEN window_from AND window_to
WHERE is_usable
  AND removal_date BETWEEN first_window_day() AND last_window_day()
  AND (end_on IS NULL OR end_on - removal_date >= 8)
