-- What the calendar of the files and the package's own keying days say: which child is in which AFCARS file, which
-- stay a legacy record shows, and who is missing from a file that should hold them.
-- Reads filed (child_id, period_to, kind) as found in the files' text, and the package's tables as p_*.

CREATE TABLE periods AS
SELECT DISTINCT period_to, kind, CAST(period_to + 1 - INTERVAL 6 MONTH AS DATE) AS period_from
FROM filed;

CREATE TABLE last_filed AS
SELECT child_id, max(period_to) AS last_on, arg_max(kind, period_to) AS last_kind
FROM filed
GROUP BY child_id;

-- A child belongs in the file of a half-year when a stay was open, ended or was keyed in it, as far as was known.
CREATE TABLE vanished AS
SELECT DISTINCT child_id
FROM p_removals JOIN periods ON removal_recorded_at <= period_to
  AND (discharge_recorded_at IS NULL OR greatest(discharge_date, discharge_recorded_at, removal_recorded_at) >= period_from)
  LEFT JOIN last_filed USING (child_id)
WHERE coalesce(period_to > last_on, true)
  AND (child_id, period_to) NOT IN (SELECT (child_id, period_to) FROM filed);

-- The stay that a legacy record shows: the latest one keyed by the end of its half-year.
CREATE TABLE shown AS
SELECT child_id, period_to, removal_date, coalesce(discharge_recorded_at <= period_to, false) AS is_with_exit
FROM filed JOIN p_removals USING (child_id)
WHERE kind = 'legacy' AND removal_recorded_at <= period_to
QUALIFY row_number() OVER (PARTITION BY child_id, period_to ORDER BY removal_date DESC) = 1;

-- Every stay of the package with what any file could say of it.
CREATE TABLE stays AS
SELECT
  r.child_id, r.removal_date, r.discharge_date, r.removal_recorded_at, r.discharge_recorded_at,
  last_on, last_kind,
  child_id IN (SELECT child_id FROM vanished) AS has_vanished,
  shown_on, coalesce(was_shown_with_exit, false) AS was_shown_with_exit,
  last_kind = 'legacy'
    OR (discharge_date < DATE '2022-10-01' AND discharge_recorded_at <= last_on) AS is_before_xml,
  last_kind = 'xml' AND discharge_date < DATE '2022-10-01' AND discharge_recorded_at <= last_on AS is_1993
FROM p_removals AS r
  LEFT JOIN last_filed USING (child_id)
  LEFT JOIN (
    SELECT child_id, removal_date, max(period_to) AS shown_on, bool_or(is_with_exit) AS was_shown_with_exit
    FROM shown GROUP BY ALL
  ) USING (child_id, removal_date);

-- Where a child lived before respite, to tell coming back from moving on: neither is in a federal file.
CREATE TABLE walked AS
WITH steps AS (
  SELECT *, coalesce(lag(setting) OVER stay = 'respite', false) AS is_after_respite,
    lag(setting, 2) OVER stay AS setting_before, lag(provider_id, 2) OVER stay AS provider_before
  FROM p_placements
  WINDOW stay AS (PARTITION BY child_id, removal_date ORDER BY start_date)
)
SELECT child_id, removal_date, start_date, setting, provider_id,
  setting = 'respite' OR (is_after_respite AND setting IS NOT DISTINCT FROM setting_before
    AND provider_id IS NOT DISTINCT FROM provider_before) AS is_folded
FROM steps;

-- What element 24 counted when a legacy record last showed the stay, and where it says that a trial home visit began.
CREATE TABLE settings_counted AS
WITH counted AS (
  SELECT s.child_id, s.removal_date, start_date, setting,
    setting NOT IN ('runaway', 'trial_home_visit', 'respite', 'medical') AS is_counted,
    coalesce(provider_id = lag(provider_id) OVER (
      PARTITION BY s.child_id, s.removal_date, setting NOT IN ('runaway', 'trial_home_visit', 'respite', 'medical')
      ORDER BY start_date), false) AS is_same
  FROM stays AS s JOIN walked USING (child_id, removal_date)
  WHERE start_date <= shown_on AND NOT is_folded
)
SELECT child_id, removal_date,
  greatest(1, count(*) FILTER (is_counted AND NOT is_same)) AS placement_settings,
  CASE WHEN arg_max(setting, start_date) = 'trial_home_visit' THEN max(start_date) END AS trial_home_visit_from
FROM counted
GROUP BY ALL;
