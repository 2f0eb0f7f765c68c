/** The files of a case-data package: their columns, what each may hold, what makes a row unique. */
import { type CanonicalTable, canonicalTables } from '../../canonical.ts';
import { dischargeReasons, dispositions, placementSettings, sexes, visitLocations } from '../../codes.ts';

export interface FileColumn {
  readonly name: string;
  readonly kind: 'text' | 'date' | 'flag' | 'integer' | 'code' | 'moment';
  /** The canonical type. */
  readonly type: string;
  readonly codes: readonly string[];
  /** When the value cannot be read: the row is set aside (true), or the field is blanked and noted (false). */
  readonly isNeeded: boolean;
}

export interface PackageFile {
  readonly table: CanonicalTable;
  readonly columns: readonly FileColumn[];
  /** Columns that must be in the header. */
  readonly required: readonly string[];
  /** Columns whose value must be there in every row. */
  readonly filled: readonly string[];
  /** One row per these; empty = any number. */
  readonly key: readonly string[];
}

const codesOf: Readonly<Record<string, readonly string[]>> = {
  discharge_reason: dischargeReasons,
  setting: placementSettings,
  disposition: dispositions,
  sex: sexes,
  location: visitLocations,
};

/** Blanked and noted when unreadable: they describe, no measure stands on them alone. */
const descriptive = new Set([
  'sex',
  'american_indian_alaska_native',
  'asian',
  'black',
  'native_hawaiian_pacific_islander',
  'white',
  'hispanic',
  'location',
  'removal_recorded_at',
  'discharge_recorded_at',
  'disposition_date',
]);

const kindOf = (name: string, type: string): FileColumn['kind'] => {
  if (codesOf[name]) return 'code';
  if (type === 'DATE') return 'date';
  if (type === 'BOOLEAN') return 'flag';
  return type === 'VARCHAR' ? 'text' : 'integer';
};

const column = (name: string, type: string): FileColumn => ({
  name,
  kind: kindOf(name, type),
  type,
  codes: codesOf[name] ?? [],
  isNeeded: !descriptive.has(name),
});

/** Columns that only other sources can fill. */
const notInPackages = new Set(['trial_home_visit_from', 'dropped_after']);

const columnsOfFile = (table: CanonicalTable): FileColumn[] =>
  Object.entries(canonicalTables[table])
    .filter(([name]) => !notInPackages.has(name))
    .map(([name, type]) => column(name, type));

const moment = (name: string): FileColumn => ({ ...column(name, 'TIMESTAMP'), kind: 'moment' });

export const packageFiles: readonly PackageFile[] = [
  {
    table: 'children',
    columns: columnsOfFile('children'),
    required: ['child_id', 'birth_date'],
    filled: ['child_id'],
    key: ['child_id'],
  },
  {
    table: 'removals',
    columns: columnsOfFile('removals'),
    required: ['child_id', 'removal_date'],
    filled: ['child_id', 'removal_date'],
    key: ['child_id', 'removal_date'],
  },
  {
    table: 'placements',
    columns: columnsOfFile('placements'),
    required: ['child_id', 'removal_date', 'start_date', 'setting'],
    filled: ['child_id', 'removal_date', 'start_date'],
    key: ['child_id', 'removal_date', 'start_date'],
  },
  {
    table: 'reports',
    columns: columnsOfFile('reports'),
    required: ['report_id', 'child_id', 'report_date', 'disposition'],
    filled: ['report_id', 'child_id', 'report_date'],
    key: ['report_id', 'child_id'],
  },
  {
    table: 'visits',
    columns: columnsOfFile('visits'),
    required: ['child_id', 'visit_date'],
    filled: ['child_id', 'visit_date'],
    key: [],
  },
  {
    table: 'investigations',
    columns: [
      column('report_id', 'VARCHAR'),
      ...['received_at', 'due_at', 'first_contact_at', 'completed_at', 'completion_due_at'].map(moment),
    ],
    required: ['report_id'],
    filled: ['report_id'],
    key: ['report_id'],
  },
  {
    table: 'population',
    columns: columnsOfFile('population'),
    required: ['year', 'children'],
    filled: ['year', 'children'],
    key: ['county', 'year', 'age_group', 'race_ethnicity'],
  },
];

const separators = /[\s._()-]/;

/** The package file that a file's name stands for: `removals.csv`, and `removals-2.csv` for a file that was split. */
export const packageFileNamed = (name: string): PackageFile | undefined => {
  const stem = name.toLowerCase().replace(/\.(csv|parquet)$/, '');
  return packageFiles.find(
    ({ table }) => stem === table || (stem.startsWith(table) && separators.test(stem.charAt(table.length))),
  );
};
