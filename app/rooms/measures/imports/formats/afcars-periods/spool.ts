/** The four spools that an AFCARS file of either form is read into. */
import { SpoolFile } from '../reading/spool-file.ts';

/** The columns of each spool, with DuckDB types. `record_no` counts the records of the file. */
export const spoolColumns = {
  children: {
    record_no: 'INTEGER',
    line: 'INTEGER',
    child_id: 'VARCHAR',
    birth_date: 'DATE',
    sex: 'VARCHAR',
    american_indian_alaska_native: 'BOOLEAN',
    asian: 'BOOLEAN',
    black: 'BOOLEAN',
    native_hawaiian_pacific_islander: 'BOOLEAN',
    white: 'BOOLEAN',
    hispanic: 'BOOLEAN',
  },
  removals: {
    record_no: 'INTEGER',
    /** `2020` or `1993` as in the XML, `snapshot` in the legacy form. */
    seen_as: 'VARCHAR',
    removal_date: 'DATE',
    discharge_date: 'DATE',
    discharge_reason: 'VARCHAR',
    county: 'VARCHAR',
    removal_recorded_at: 'DATE',
    discharge_recorded_at: 'DATE',
    placement_settings: 'SMALLINT',
    trial_home_visit_from: 'DATE',
    /** Legacy elements 18, 19 and 20: what a snapshot knows of earlier episodes. */
    first_removal_date: 'DATE',
    total_removals: 'SMALLINT',
    last_discharge_date: 'DATE',
    /** Whether the submission says in how many settings the child has lived, or which they were. */
    has_settings: 'BOOLEAN',
  },
  placements: { record_no: 'INTEGER', removal_date: 'DATE', start_date: 'DATE', setting: 'VARCHAR' },
  visits: { record_no: 'INTEGER', visit_date: 'DATE', location: 'VARCHAR' },
} as const;

export type SpoolTable = keyof typeof spoolColumns;
export const spoolTables = Object.keys(spoolColumns) as SpoolTable[];

export const spoolPath = (base: string, table: SpoolTable): string => `${base}.${table}.csv`;

export type Spool = Readonly<Record<SpoolTable, SpoolFile>>;

export const openSpool = (base: string): Spool => ({
  children: new SpoolFile(spoolPath(base, 'children')),
  removals: new SpoolFile(spoolPath(base, 'removals')),
  placements: new SpoolFile(spoolPath(base, 'placements')),
  visits: new SpoolFile(spoolPath(base, 'visits')),
});

export const closeSpool = (spool: Spool): void => {
  for (const table of spoolTables) spool[table].close();
};
