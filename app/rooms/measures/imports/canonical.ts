/**
 * The one model inside: every importer ends in these tables, as Parquet files of one data version.
 * Columns and their DuckDB types; `null` = unknown. Dates are DATE, instants TIMESTAMP, both without zone.
 */

export const canonicalTables = {
  children: {
    child_id: 'VARCHAR',
    birth_date: 'DATE',
    sex: 'VARCHAR',
    american_indian_alaska_native: 'BOOLEAN',
    asian: 'BOOLEAN',
    black: 'BOOLEAN',
    native_hawaiian_pacific_islander: 'BOOLEAN',
    white: 'BOOLEAN',
    hispanic: 'BOOLEAN',
    tribal_nation: 'VARCHAR',
  },
  removals: {
    child_id: 'VARCHAR',
    removal_date: 'DATE',
    discharge_date: 'DATE',
    discharge_reason: 'VARCHAR',
    county: 'VARCHAR',
    unit: 'VARCHAR',
    sibling_group_id: 'VARCHAR',
    removal_recorded_at: 'DATE',
    discharge_recorded_at: 'DATE',
    placement_settings: 'SMALLINT',
    /** Legacy AFCARS only: start of the trial home visit the last record shows; stands in for placement rows. */
    trial_home_visit_from: 'DATE',
    /** AFCARS only: last day of the last period that holds this open episode, when a later period lacks the child. */
    dropped_after: 'DATE',
  },
  placements: {
    child_id: 'VARCHAR',
    removal_date: 'DATE',
    start_date: 'DATE',
    setting: 'VARCHAR',
    provider_id: 'VARCHAR',
  },
  reports: {
    report_id: 'VARCHAR',
    child_id: 'VARCHAR',
    report_date: 'DATE',
    disposition: 'VARCHAR',
    incident_date: 'DATE',
    disposition_date: 'DATE',
    /** The child's id in `removals`. Where the source has no such column, it is filled with `child_id`. */
    afcars_id: 'VARCHAR',
    age_years: 'SMALLINT',
    maltreatment_death: 'BOOLEAN',
    unborn: 'BOOLEAN',
    county: 'VARCHAR',
  },
  visits: { child_id: 'VARCHAR', visit_date: 'DATE', location: 'VARCHAR' },
  /** Each moment as a day (`_on`) and, when the source carries a time, as an instant (`_at`, else null). */
  investigations: {
    report_id: 'VARCHAR',
    received_on: 'DATE',
    received_at: 'TIMESTAMP',
    due_on: 'DATE',
    due_at: 'TIMESTAMP',
    first_contact_on: 'DATE',
    first_contact_at: 'TIMESTAMP',
    completed_on: 'DATE',
    completed_at: 'TIMESTAMP',
    completion_due_on: 'DATE',
    completion_due_at: 'TIMESTAMP',
  },
  population: {
    county: 'VARCHAR',
    year: 'SMALLINT',
    age_group: 'VARCHAR',
    race_ethnicity: 'VARCHAR',
    children: 'INTEGER',
  },
  /** `breakdown` and `group_name` are null for the total. */
  aggregates: {
    measure: 'VARCHAR',
    period_from: 'DATE',
    period_to: 'DATE',
    breakdown: 'VARCHAR',
    group_name: 'VARCHAR',
    numerator: 'DOUBLE',
    denominator: 'DOUBLE',
  },
} as const;

export type CanonicalTable = keyof typeof canonicalTables;

export const canonicalTableNames = Object.keys(canonicalTables) as CanonicalTable[];

/** `file_name column TYPE, …`: for `read_csv(columns = …)` and `CREATE TABLE`. */
export const columnsOf = (table: CanonicalTable): [name: string, type: string][] =>
  Object.entries(canonicalTables[table]);
