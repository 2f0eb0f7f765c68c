-- Several submissions of the same children → one history of each child. The latest submission that holds a child wins.

-- Every record, with a number that grows with the submission and, within a file, with the record.
CREATE OR REPLACE TABLE afcars_records AS
SELECT file_no * 4294967296 + record_no AS submission, kind, period_end, c.*
FROM afcars_spooled_children AS c
JOIN afcars_files USING (file_no);

-- The record that counts for each child.
CREATE OR REPLACE TABLE afcars_current AS
SELECT child_id, max(submission) AS submission
FROM afcars_records
GROUP BY child_id;

CREATE OR REPLACE TABLE afcars_children AS
SELECT child_id, birth_date, sex, american_indian_alaska_native, asian, black,
       native_hawaiian_pacific_islander, white, hispanic
FROM afcars_records
SEMI JOIN afcars_current USING (submission);

-- Every removal ever submitted, with its child.
CREATE OR REPLACE TABLE afcars_removals_submitted AS
SELECT child_id, submission, kind, period_end, r.*
FROM afcars_spooled_removals AS r
JOIN (SELECT file_no, record_no, child_id, submission, kind, period_end FROM afcars_records)
  USING (file_no, record_no);

-- A) Children whose latest record is XML: it holds the whole history, so nothing but its own removals stands.
--    A removal_1993 has no room for county, settings, recording dates or trial home visit: what an earlier
--    submission says of the same episode is kept (setting afcars_keeps_what_1993_cannot_carry).
CREATE OR REPLACE TABLE afcars_removals_xml AS
WITH standing AS (
  SELECT * FROM afcars_removals_submitted SEMI JOIN afcars_current USING (submission) WHERE kind = 'afcars-2020'
), earlier AS (
  SELECT s.child_id, s.removal_date,
         arg_max(e.county, e.submission) FILTER (e.county IS NOT NULL) AS county,
         arg_max(e.removal_recorded_at, e.submission) FILTER (e.removal_recorded_at IS NOT NULL)
           AS removal_recorded_at,
         arg_max(e.discharge_recorded_at, e.submission) FILTER (e.discharge_recorded_at IS NOT NULL)
           AS discharge_recorded_at,
         arg_max(e.placement_settings, e.submission) FILTER (e.placement_settings IS NOT NULL)
           AS placement_settings,
         -- As the last snapshot has it: a visit that a later one no longer shows is over.
         arg_max_null(e.trial_home_visit_from, e.submission) FILTER (e.kind = 'afcars-legacy')
           AS trial_home_visit_from
  FROM standing AS s
  JOIN afcars_removals_submitted AS e
    ON e.child_id = s.child_id AND e.removal_date = s.removal_date AND e.submission < s.submission
  WHERE s.seen_as = '1993'
  GROUP BY ALL
)
SELECT s.child_id, s.removal_date, s.discharge_date, s.discharge_reason, s.period_end,
       CASE WHEN s.seen_as = '1993' THEN e.county ELSE s.county END AS county,
       CASE WHEN s.seen_as = '1993' THEN e.removal_recorded_at ELSE s.removal_recorded_at END
         AS removal_recorded_at,
       CASE WHEN s.seen_as = '1993' THEN e.discharge_recorded_at ELSE s.discharge_recorded_at END
         AS discharge_recorded_at,
       e.placement_settings,
       e.trial_home_visit_from
FROM standing AS s
LEFT JOIN earlier AS e ON e.child_id = s.child_id AND e.removal_date = s.removal_date;

-- B) Children whose latest record is a legacy snapshot: a snapshot shows one episode, so the episodes of all of
--    the child's snapshots are put together; for each, the latest snapshot that shows it stands.
CREATE OR REPLACE TABLE afcars_snapshots AS
SELECT s.*
FROM afcars_removals_submitted AS s
SEMI JOIN (
  SELECT child_id FROM afcars_records SEMI JOIN afcars_current USING (submission) WHERE kind = 'afcars-legacy'
) USING (child_id)
WHERE kind = 'afcars-legacy';

CREATE OR REPLACE TABLE afcars_episodes_shown AS
SELECT * FROM afcars_snapshots
QUALIFY row_number() OVER (PARTITION BY child_id, removal_date ORDER BY submission DESC) = 1;

-- What elements 18, 19 and 20 of a snapshot tell of the episode before the one it shows:
-- with two removals it is [18, 20]; with more, it is the last earlier episode shown, provided that the snapshot
-- which shows it counted exactly one removal fewer (otherwise an unseen episode lies between).
CREATE OR REPLACE TABLE afcars_episodes_told AS
WITH tellings AS (
  SELECT child_id, first_removal_date AS removal_date, last_discharge_date AS discharge_date, submission
  FROM afcars_snapshots
  WHERE total_removals = 2 AND last_discharge_date IS NOT NULL AND first_removal_date < removal_date
    AND first_removal_date <= last_discharge_date
  UNION ALL
  SELECT t.child_id, e.removal_date, t.last_discharge_date, t.submission
  FROM afcars_snapshots AS t
  JOIN afcars_episodes_shown AS e
    ON e.child_id = t.child_id AND e.submission < t.submission AND e.total_removals = t.total_removals - 1
  WHERE t.total_removals > 2 AND t.last_discharge_date IS NOT NULL
    AND e.removal_date < t.removal_date AND e.removal_date <= t.last_discharge_date
)
SELECT * FROM tellings
QUALIFY row_number() OVER (PARTITION BY child_id, removal_date ORDER BY submission DESC) = 1;

CREATE OR REPLACE TABLE afcars_removals_legacy AS
SELECT child_id, removal_date,
       CASE WHEN t.submission > coalesce(e.submission, -1) THEN t.discharge_date ELSE e.discharge_date END
         AS discharge_date,
       e.discharge_reason, e.period_end, e.county, e.removal_recorded_at, e.discharge_recorded_at,
       e.placement_settings, e.trial_home_visit_from
FROM afcars_episodes_shown AS e
FULL JOIN afcars_episodes_told AS t USING (child_id, removal_date);

-- Both together. An open episode whose child is absent from a later period, or which a later snapshot of the child
-- no longer shows, is a dropped record: nobody knows how it went on after the last period that holds it.
CREATE OR REPLACE TABLE afcars_removals AS
WITH together AS (
  SELECT * FROM afcars_removals_xml
  UNION ALL BY NAME
  SELECT * FROM afcars_removals_legacy
)
SELECT child_id, removal_date, discharge_date, discharge_reason, county, removal_recorded_at,
       discharge_recorded_at, placement_settings, trial_home_visit_from,
       CASE WHEN discharge_date IS NULL AND period_end < (SELECT max(period_end) FROM afcars_files)
            THEN period_end END AS dropped_after
FROM together;

CREATE OR REPLACE TABLE afcars_placements AS
SELECT r.child_id, p.removal_date, p.start_date, p.setting
FROM afcars_spooled_placements AS p
JOIN (SELECT file_no, record_no, child_id FROM afcars_records SEMI JOIN afcars_current USING (submission)) AS r
  USING (file_no, record_no);

CREATE OR REPLACE TABLE afcars_visits AS
SELECT r.child_id, v.visit_date, v.location
FROM afcars_spooled_visits AS v
JOIN (SELECT file_no, record_no, child_id FROM afcars_records SEMI JOIN afcars_current USING (submission)) AS r
  USING (file_no, record_no);
