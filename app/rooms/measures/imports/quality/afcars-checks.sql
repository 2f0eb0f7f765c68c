-- The federal checks of AFCARS files, counted per six-month period: one row per period and check.
-- They look at each child's record in the period's files and at the latest removal in it.

CREATE OR REPLACE TABLE quality_afcars_children AS
WITH record AS (
  SELECT * FROM afcars_records
  QUALIFY row_number() OVER (PARTITION BY period_end, child_id ORDER BY submission DESC) = 1
), latest AS (
  SELECT submission,
         -- As one value, for arg_max would pass over the nulls in it one by one.
         arg_max({'removal': removal_date, 'discharge': discharge_date, 'reason': discharge_reason,
                  'has_settings': has_settings, 'total': total_removals}, removal_date) AS episode,
         count(*) AS removals
  FROM afcars_removals_submitted
  GROUP BY submission
)
SELECT period_end, child_id, birth_date,
       episode.removal AS removal_date, episode.discharge AS discharge_date, episode.reason AS discharge_reason,
       coalesce(episode.has_settings, false) AS has_settings,
       -- The legacy form counts the removals; the XML shows them.
       coalesce(episode.total, removals, 0) AS removals
FROM record
LEFT JOIN latest USING (submission);

CREATE OR REPLACE TABLE quality_afcars_counts AS
WITH periods AS (
  SELECT DISTINCT period_end, last_day(period_end + INTERVAL 6 MONTH) AS next_end FROM quality_afcars_children
), matched AS (
  SELECT c.*, n.child_id IS NOT NULL AS is_in_next, p.next_end IN (SELECT period_end FROM periods) AS has_next
  FROM quality_afcars_children AS c
  JOIN periods AS p USING (period_end)
  LEFT JOIN quality_afcars_children AS n ON n.period_end = p.next_end AND n.child_id = c.child_id
), counted AS (
  SELECT period_end, any_value(has_next) AS has_next,
         count(*) AS children,
         count(*) FILTER (NOT is_in_next) AS unmatched,
         count(*) FILTER (birth_date IS NOT NULL AND removal_date IS NOT NULL) AS with_birth,
         count(*) FILTER (birth_date > removal_date) AS born_after_removal,
         count(*) FILTER (birth_date IS NOT NULL AND discharge_date IS NOT NULL) AS discharged_with_birth,
         count(*) FILTER (birth_date > discharge_date) AS born_after_exit,
         count(*) FILTER (discharge_date IS NULL AND NOT is_in_next) AS dropped,
         count(discharge_date) AS discharged,
         count(*) FILTER (discharge_date = removal_date) AS same_day,
         count(*) FILTER (discharge_date < removal_date) AS exit_first,
         count(*) FILTER (birth_date IS NULL) AS no_birth,
         count(*) FILTER (removal_date IS NULL) AS no_removal,
         count(*) FILTER (NOT has_settings) AS no_settings,
         count(*) FILTER (discharge_date IS NOT NULL AND discharge_reason IS NULL) AS no_reason,
         count(*) FILTER (removals = 1) AS first_removal
  FROM matched
  GROUP BY period_end
)
SELECT 'afcars' AS source, period_end,
       right(CAST(year(period_end) AS VARCHAR), 2) || CASE WHEN month(period_end) = 3 THEN 'A' ELSE 'B' END AS period,
       unnest([
         {'check_id': 'ids-not-in-next-period', 'numerator': CASE WHEN has_next THEN unmatched END,
          'denominator': children},
         {'check_id': 'birth-after-removal', 'numerator': born_after_removal, 'denominator': with_birth},
         {'check_id': 'birth-after-exit', 'numerator': born_after_exit, 'denominator': discharged_with_birth},
         {'check_id': 'dropped-records', 'numerator': CASE WHEN has_next THEN dropped END, 'denominator': children},
         {'check_id': 'exit-on-removal-day', 'numerator': same_day, 'denominator': discharged},
         {'check_id': 'exit-before-removal', 'numerator': exit_first, 'denominator': discharged},
         {'check_id': 'birth-date-missing', 'numerator': no_birth, 'denominator': children},
         {'check_id': 'removal-date-missing', 'numerator': no_removal, 'denominator': children},
         {'check_id': 'settings-missing', 'numerator': no_settings, 'denominator': children},
         {'check_id': 'exit-reason-missing', 'numerator': no_reason, 'denominator': discharged},
         {'check_id': 'first-removal', 'numerator': first_removal, 'denominator': children}
       ], recursive := true)
FROM counted;
