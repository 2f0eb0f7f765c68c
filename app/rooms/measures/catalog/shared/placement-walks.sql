-- The walk through a child's placements, once per episode; windows only cut it short.
--
-- The first counted setting is no move. A later counted one is a move unless it is the same home: the same
-- provider as the last counted one. Where either provider is missing, it is the same home only when an
-- uncounted setting (runaway, trial home visit, respite, medical) stood between and the setting is equal:
-- the child was away and came back. A placement so judged carries the known provider forward.
--
-- Carrying forward without a loop: rows that came back with no provider of their own belong to the chain of
-- the row before; a chain's home is the provider of its first row. Worked: A (foster), runaway, ? (foster),
-- B (foster) -> chains {A, ?}, {B}: the third row is home A again, the fourth compares B with A: one move.
CREATE TEMP TABLE placement_walks AS
WITH walked AS (
  SELECT episode_id, start_date, setting, provider_id, row_number() OVER episode AS place
  FROM window_placements
  WHERE start_date >= removal_date AND (end_on IS NULL OR start_date < end_on)
  WINDOW episode AS (PARTITION BY episode_id ORDER BY start_date)
),
counted AS (
  SELECT
    episode_id, start_date, setting, provider_id,
    lag(start_date) OVER episode IS NULL AS is_first,
    coalesce(place - lag(place) OVER episode > 1 AND setting = lag(setting) OVER episode, false)
      AS came_back
  FROM walked
  WHERE is_counted_setting(setting)
  WINDOW episode AS (PARTITION BY episode_id ORDER BY start_date)
),
chained AS (
  SELECT *, sum((provider_id IS NOT NULL OR NOT came_back)::INT) OVER episode AS chain
  FROM counted
  WINDOW episode AS (PARTITION BY episode_id ORDER BY start_date)
),
homes AS (
  SELECT *, max(provider_id) OVER (PARTITION BY episode_id, chain) AS home
  FROM chained
),
judged AS (
  SELECT
    episode_id, start_date, setting, is_first,
    NOT is_first
      AND coalesce(provider_id <> lag(home) OVER episode, NOT came_back) AS is_move
  FROM homes
  WINDOW episode AS (PARTITION BY episode_id ORDER BY start_date)
),
moves AS (
  SELECT
    episode_id,
    any_value(setting) FILTER (is_first) AS first_counted_setting,
    list(start_date) FILTER (is_move) AS moved_on
  FROM judged
  GROUP BY episode_id
)
SELECT episode_id, first_counted_setting, moved_on
FROM (SELECT DISTINCT episode_id FROM walked) LEFT JOIN moves USING (episode_id)
