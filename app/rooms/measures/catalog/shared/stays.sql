-- Of a child's episodes in care on a window's first day, only the latest removal is looked at: it decides
-- between P2, P3 and neither. A child whose 18th birthday is on or before that day is out.
CREATE TEMP TABLE stays AS
SELECT window_from, window_to, child_number, max(removal_date) AS removal_date
FROM windows JOIN episodes
  ON removal_date < window_from AND coalesce(end_on, DATE '9999-12-31') >= window_from
WHERE passes_all AND birthday18 > window_from
  AND NOT is_left_out(dropped_after, window_to, 0)
GROUP BY ALL
