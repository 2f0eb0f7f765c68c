/** What stands on a chart beside its figures: a change of policy, or a note of what happened. */
import type { Place } from '../../../commons/permissions/place.ts';
import type { Day } from '../../../platform/clock.ts';
import type { MeasureId } from '../catalog/definition-shape.ts';

export const markKinds = ['policy', 'note'] as const;
export type MarkKind = (typeof markKinds)[number];

/** What a mark says in one of its versions. */
export interface MarkWords {
  /** The day from which it holds, or on which it happened. */
  readonly on: Day;
  /** A few words for the picture; a note has none. */
  readonly label: string;
  readonly words: string;
  /** On whose charts it stands. */
  readonly measures: readonly MeasureId[];
  /** Which of them it moves by definition: their usual range begins anew. */
  readonly moves: readonly MeasureId[];
  /** Where it can be read: a statute, a rule, a memo and its number. */
  readonly source: string;
}

export interface MarkVersion extends MarkWords {
  readonly version: number;
  /** Why it says something else than before; empty for the first. */
  readonly changeWhy: string;
  /** With this version it was withdrawn: it stands on no chart any more. */
  readonly isWithdrawn: boolean;
  readonly saidOn: Day;
  /** The roles it was said in, joined by commas. */
  readonly saidAs: string;
}

/** As its newest version says. */
export interface Mark extends MarkVersion {
  readonly id: string;
  readonly kind: MarkKind;
  readonly place: Place;
}

/** A change of policy that stands: part of what a figure means, for whoever may see the figure. */
export type PolicyChange = Mark & { readonly kind: 'policy' };
