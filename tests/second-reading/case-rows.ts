/** A data version as plain arrays of canonical rows. */
import type { CanonicalTable, canonicalTables } from '../../app/rooms/measures/imports/canonical.ts';

type Columns<T extends CanonicalTable> = (typeof canonicalTables)[T];

type ValueOf<Type> = Type extends 'BOOLEAN' ? boolean : Type extends 'SMALLINT' | 'INTEGER' ? number : string;

/** Any column may be unknown but those in `Known`. Days are ISO strings, instants `YYYY-MM-DDTHH:MM`. */
type CaseRow<T extends CanonicalTable, Known extends keyof Columns<T>> = {
  readonly [C in keyof Columns<T>]: ValueOf<Columns<T>[C]> | (C extends Known ? never : null);
};

export type Child = CaseRow<'children', 'child_id'>;
export type Removal = CaseRow<'removals', 'child_id' | 'removal_date'>;
export type Placement = CaseRow<'placements', 'child_id' | 'removal_date' | 'start_date' | 'setting'>;
export type Report = CaseRow<'reports', 'report_id' | 'child_id' | 'report_date' | 'disposition'>;
export type Visit = CaseRow<'visits', 'child_id' | 'visit_date'>;
export type Investigation = CaseRow<'investigations', 'report_id'>;
export type Population = CaseRow<'population', 'year' | 'children'>;

/** Null where the file is absent. */
export interface CaseRows {
  readonly children: readonly Child[];
  readonly removals: readonly Removal[];
  readonly placements: readonly Placement[] | null;
  readonly reports: readonly Report[] | null;
  readonly visits: readonly Visit[] | null;
  readonly investigations: readonly Investigation[] | null;
  readonly population: readonly Population[] | null;
}
