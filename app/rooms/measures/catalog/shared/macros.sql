-- Words every measure's query shares. `as_of()`, `first_window_day()` and `last_window_day()` are defined
-- beside these by the run (results/run.ts), as constants, so that a scan can skip what lies outside.

-- "12 months after d" is the same day next year; the 29th of February becomes the 28th.
-- Months that lack the day end earlier: three months after 30 November is 28 (or 29) February.
CREATE TEMP MACRO months_after(day, months) AS CAST(day + to_months(months) AS DATE);

CREATE TEMP MACRO eighteenth_birthday(birth_date) AS months_after(birth_date, 216);

-- While a window is open, its last day is replaced by the as-of day.
CREATE TEMP MACRO last_day_known(window_to) AS least(window_to, as_of());

-- AFCARS: a child who is absent from the next file and never left is a dropped record. Its episode is left
-- out of every window whose data reach past its last period, and kept in the window that ends with it.
-- Data reach: the window's last day plus the measure's follow-up months, at most as-of.
CREATE TEMP MACRO is_left_out(dropped_after, window_to, follow_up_months) AS
  coalesce(dropped_after < least(months_after(window_to, follow_up_months), as_of()), false);

-- A child is N months old on the day with the same number N months after birth, or that month's last day.
-- Worked: born 31 January, one month old on 28 February; born 15 January, on 15 February.
CREATE TEMP MACRO months_old(birth_date, day) AS
  datediff('month', birth_date, day) - (day(day) < day(birth_date) AND day <> last_day(day))::INT;

-- Months counted from year 0, so that calendar months are compared and subtracted as numbers.
CREATE TEMP MACRO month_number(day) AS (year(day) * 12 + month(day))::INT;

CREATE TEMP MACRO age_band(birth_date, day) AS CASE
  WHEN birth_date IS NULL OR day < birth_date THEN 'unknown'
  WHEN months_old(birth_date, day) < 4 THEN '0-3 months'
  WHEN months_old(birth_date, day) < 12 THEN '4-11 months'
  WHEN months_old(birth_date, day) < 72 THEN '1-5'
  WHEN months_old(birth_date, day) < 132 THEN '6-10'
  WHEN months_old(birth_date, day) < 204 THEN '11-16'
  WHEN months_old(birth_date, day) < 216 THEN '17'
  ELSE 'unknown' END;

-- The same bands where only whole years are known. Age 0 alone does not say which of the first two.
CREATE TEMP MACRO age_band_of_years(years) AS CASE
  WHEN years BETWEEN 1 AND 5 THEN '1-5'
  WHEN years BETWEEN 6 AND 10 THEN '6-10'
  WHEN years BETWEEN 11 AND 16 THEN '11-16'
  WHEN years = 17 THEN '17'
  ELSE 'unknown' END;

-- Race and ethnicity: Hispanic of any race first (blank is not Hispanic), then two or more, single races,
-- unknown. That rollup hides most Native children, so `aian_any` stands beside it, alone or in combination,
-- of any ethnicity; it overlaps the rollup and is never summed with it.
CREATE TEMP MACRO race_ethnicity_of(hispanic, native, asian, black, pacific, white) AS CASE
  WHEN hispanic THEN 'hispanic'
  WHEN coalesce(native, false)::INT + coalesce(asian, false)::INT + coalesce(black, false)::INT
    + coalesce(pacific, false)::INT + coalesce(white, false)::INT > 1 THEN 'two_or_more'
  WHEN native THEN 'american_indian_alaska_native'
  WHEN asian THEN 'asian'
  WHEN black THEN 'black'
  WHEN pacific THEN 'native_hawaiian_pacific_islander'
  WHEN white THEN 'white'
  ELSE 'unknown' END;

CREATE TEMP MACRO aian_any_of(native) AS
  CASE WHEN native THEN 'american_indian_alaska_native_any' END;

-- The first record check an episode fails, in the spec's order, so that reasons add up.
CREATE TEMP MACRO failed_check(birth_date, removal_date, discharge_date, discharge_reason) AS CASE
  WHEN birth_date IS NULL THEN 'birth_date_missing'
  WHEN birth_date > removal_date THEN 'birth_after_removal'
  WHEN birth_date > discharge_date THEN 'birth_after_discharge'
  WHEN discharge_date < removal_date THEN 'discharge_before_removal'
  WHEN discharge_date = removal_date THEN 'discharge_same_day'
  WHEN discharge_date IS NOT NULL AND discharge_reason IS NULL THEN 'discharge_reason_missing' END;

-- Victim reports: substantiated or indicated, or a maltreatment death; never an alternative response.
CREATE TEMP MACRO is_victim(disposition, maltreatment_death) AS
  coalesce(disposition IN ('substantiated', 'indicated'), false) OR coalesce(maltreatment_death, false);

CREATE TEMP MACRO is_permanency(discharge_reason) AS
  discharge_reason IN ('reunification', 'living_with_relative', 'adoption', 'guardianship');

-- Settings that are never moves and change nothing in the walk through a child's placements.
CREATE TEMP MACRO is_counted_setting(setting) AS
  setting NOT IN ('runaway', 'trial_home_visit', 'respite', 'medical');

-- May this report be a child's first report of the window? Not of an unborn child, and only when an age
-- under 18 is known. A reported age of 0 without a birth date is not trusted: it stands for many things.
CREATE TEMP MACRO may_be_initial(unborn, birth_date, report_date, age_years) AS
  NOT coalesce(unborn, false)
  AND CASE
    WHEN birth_date IS NOT NULL
      THEN birth_date <= report_date AND months_old(birth_date, report_date) < 216
    ELSE coalesce(age_years BETWEEN 1 AND 17, false) END;
