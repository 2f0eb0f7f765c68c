-- One row per child: the dimensions that belong to the child and not to an episode.
-- Race and ethnicity: Hispanic of any race first (blank is not Hispanic), then two or more, single races,
-- unknown. That rollup hides most Native children, so `aian_any` stands beside it, alone or in combination,
-- of any ethnicity; it overlaps the rollup and is never summed with it.
CREATE TEMP VIEW known_children AS
SELECT
  child_id,
  birth_date,
  eighteenth_birthday(birth_date) AS birthday18,
  coalesce(sex, 'unknown') AS sex,
  CASE
    WHEN hispanic THEN 'hispanic'
    WHEN coalesce(american_indian_alaska_native, false)::INT + coalesce(asian, false)::INT
      + coalesce(black, false)::INT + coalesce(native_hawaiian_pacific_islander, false)::INT
      + coalesce(white, false)::INT > 1 THEN 'two_or_more'
    WHEN american_indian_alaska_native THEN 'american_indian_alaska_native'
    WHEN asian THEN 'asian'
    WHEN black THEN 'black'
    WHEN native_hawaiian_pacific_islander THEN 'native_hawaiian_pacific_islander'
    WHEN white THEN 'white'
    ELSE 'unknown' END AS race_ethnicity,
  CASE WHEN american_indian_alaska_native THEN 'american_indian_alaska_native_any' END AS aian_any
FROM case_children
