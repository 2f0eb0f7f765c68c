/** A decision card as everybody reads it. */
import type { Place } from '../../../commons/permissions/place.ts';
import type { Day } from '../../../platform/clock.ts';
import type { ConsultedFigure } from './consulted-figure.ts';
import type { DecisionForm } from './forms.ts';
import type { SinceThen } from './since-then.ts';

/** As kept. `replaced`: another version says the same without a mistake. */
export type State = 'draft' | 'decided' | 'kept' | 'corrected' | 'reversed' | 'replaced';

/** As read on a day: `due` is a decision whose day to be looked at again has come. */
export type Standing = State | 'due';

export interface Decision extends DecisionForm {
  readonly id: string;
  readonly place: Place;
  readonly state: State;
  readonly standing: Standing;
  readonly revision: number;
  readonly consulted: readonly ConsultedFigure[];
  readonly decidedOn: Day | null;
  readonly dueOn: Day | null;
  readonly learned: string;
  readonly follows: { readonly id: string; readonly as: 'correction' | 'reversal' | 'version' } | null;
  readonly madeAt: Date;
}

export interface Revisit {
  readonly outcome: 'kept' | 'corrected' | 'reversed';
  readonly learned: string;
  readonly dueOn: Day;
  readonly lookedOn: Day;
  readonly nextOn: Day | null;
  readonly seen: SinceThen | null;
}

/** A decision waits from its day on, until somebody has looked. */
export const standingOn = (state: State, dueOn: Day | null, today: Day): Standing =>
  dueOn !== null && dueOn <= today && (state === 'decided' || state === 'kept') ? 'due' : state;
