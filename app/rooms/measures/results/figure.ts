/** A figure and its cells: what every page, export and command line shows. */
import type { Scope } from '../../../commons/permissions/scope.ts';
import type { Day } from '../../../platform/clock.ts';
import type { Breakdown, MeasureId } from '../catalog/definition-shape.ts';

export interface Window {
  readonly from: Day;
  readonly to: Day;
}

/**
 * Why a cell is not shown to this reader. `few`: too few children, here or in what could be worked out from it.
 * `combination`: not shown for several groups at once. `window`: shown for federal years only. `in-flight`: below
 * the state only final figures are shown.
 */
export type Hidden = 'few' | 'combination' | 'window' | 'in-flight';

export interface Cell {
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** In the measure's unit, unrounded; null when the denominator is 0 or the file is absent. */
  readonly value: number | null;
  /** 95%, in the measure's unit; null where there is no value. */
  readonly interval: readonly [number, number] | null;
  /** Set where the cell is there and not shown to this reader; then everything else in it is null. */
  readonly hidden?: Hidden;
  /** Shown as it was on this day: what has changed since is of too few children to be shown. */
  readonly heldAt?: Day;
}

export interface Figure extends Cell {
  readonly measure: MeasureId;
  readonly window: Window;
  readonly final: boolean;
  /** `aian_any` has one group, to be shown beside the others and never summed with them. */
  readonly by: Readonly<Partial<Record<Breakdown, Readonly<Record<string, Cell>>>>>;
  readonly second: Cell | null;
  /** True where NCANDS files do not reach the federal year after the window. A note, not part of `final`. */
  readonly incomplete: boolean;
  /** Why there is no numerator and denominator, in one sentence; null where there are. */
  readonly absent: string | null;
  /** Breakdowns asked for that this measure cannot carry, each with the reason. */
  readonly notCarried: Readonly<Partial<Record<Breakdown, string>>>;
  /** `aggregates`: numerator and denominator were given by the agency as sums, not computed from records. */
  readonly from: 'records' | 'aggregates';
}

/** Episodes that fail a record check, each counted under the first check it fails. */
export interface Dropped {
  readonly birth_date_missing: number;
  readonly birth_after_removal: number;
  readonly birth_after_discharge: number;
  readonly discharge_before_removal: number;
  readonly discharge_same_day: number;
  readonly discharge_reason_missing: number;
}

/** Windows of a request. `series`: one window a month or quarter; else federal or any 12-month windows. */
export interface FigureRequest {
  readonly measures: readonly MeasureId[];
  readonly windows: readonly Window[];
  readonly by: readonly Breakdown[];
  /** Only facts with these values of dimensions: "Where" and "Who" on a page. */
  readonly where?: Readonly<Partial<Record<Breakdown, string>>>;
  readonly asOf: Day;
  /** Only facts this scope reaches; everything where it is left out. */
  readonly within?: Scope<never> | undefined;
}
