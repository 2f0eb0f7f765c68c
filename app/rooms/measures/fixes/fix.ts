/** One thing to mend in the agency's records, followed from version to version until it is gone. */
import type { Place } from '../../../commons/permissions/place.ts';
import type { Day } from '../../../platform/clock.ts';

/**
 * open → said-fixed, by a person → gone, or still-there: those two are decided by comparing versions. What was gone and is
 * back is open again.
 */
export const fixStates = ['open', 'said-fixed', 'still-there', 'gone'] as const;

export type FixState = (typeof fixStates)[number];

/** Which files a record comes from: what one family of files says is compared with what it says next. */
export type FixSource = 'own' | 'afcars' | 'ncands' | 'aggregates';

export interface Fix {
  readonly id: string;
  readonly table: string;
  readonly source: FixSource;
  readonly rule: string;
  /** The column or element; empty where the rule is about the whole record. */
  readonly field: string;
  /** The agency's own ids; empty where the record does not say whose it is. */
  readonly childId: string;
  readonly reportId: string;
  /** The day that tells the child's records apart: of the removal, the report. */
  readonly recordOn: string;
  /** How many rows it stands for. */
  readonly records: number;
  /** Where the record belongs. */
  readonly place: Place;
  /** Who mends it: a unit or a county, and there its supervisor where that was said. */
  readonly assignedTo: Place;
  readonly forSupervisor: boolean;
  readonly sentence: string;
  readonly state: FixState;
  readonly saidFixedOn: Day | null;
  readonly saidFixedAs: string | null;
  readonly goneIn: number | null;
  /** `mended`: the record is there and right. `absent`: the record is not in the data any more. */
  readonly goneHow: 'mended' | 'absent' | null;
  /** The versions that showed it, oldest first. */
  readonly seenIn: readonly number[];
}

export interface FixNote {
  readonly text: string;
  /** The role and the place of who said it, never a name: "Supervisor, Birchmere 3 in Birchmere". */
  readonly saidAs: string;
  readonly saidAt: Date;
}
