-- Placement rows of the episodes that begin in any window: the only ones a measure reads.
CREATE TEMP TABLE window_placements AS
SELECT episode.rowid AS episode_id, placement.start_date, setting, provider_id, episode.removal_date, end_on, discharge_date
FROM case_placements AS placement
  JOIN episodes AS episode
    ON placement.child_id = episode.child_id AND placement.removal_date = episode.removal_date
WHERE placement.removal_date BETWEEN first_window_day() AND last_window_day()
  AND episode.removal_date BETWEEN first_window_day() AND last_window_day()
  AND is_usable
