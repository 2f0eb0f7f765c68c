/** C2: first contacts on time, and investigations completed on time, of reports due in the window. */
import type { Day } from '../../app/platform/clock.ts';
import type { Fraction } from './breakdowns.ts';
import type { Investigation } from './case-rows.ts';
import { isWithin } from './days.ts';
import type { History } from './history.ts';

interface Moment {
  readonly on: Day;
  readonly at: string | null;
}

const momentOf = (on: Day | null, at: string | null): Moment | null => (on === null ? null : { on, at });

/** By time when both have one, by date otherwise. */
const isInTime = (done: Moment, due: Moment): boolean =>
  done.at !== null && due.at !== null ? done.at <= due.at : done.on <= due.on;

const dueInWindow = ({ rows, window }: History): Investigation[] =>
  (rows.investigations ?? []).filter(({ due_on }) => due_on !== null && isWithin(due_on, window));

/** Not done and overdue is late; not done and not yet due is left out. */
const inTime = (promises: readonly { due: Moment | null; done: Moment | null }[], asOf: Day): Fraction => {
  let [numerator, denominator] = [0, 0];
  for (const { due, done } of promises) {
    if (due === null || (done === null && due.on > asOf)) continue;
    denominator += 1;
    if (done !== null && isInTime(done, due)) numerator += 1;
  }
  return { numerator, denominator };
};

export const firstContactsOnTime = (history: History): Fraction =>
  inTime(
    dueInWindow(history).map((row) => ({
      due: momentOf(row.due_on, row.due_at),
      done: momentOf(row.first_contact_on, row.first_contact_at),
    })),
    history.asOf,
  );

export const completedOnTime = (history: History): Fraction =>
  inTime(
    dueInWindow(history).map((row) => ({
      due: momentOf(row.completion_due_on, row.completion_due_at),
      done: momentOf(row.completed_on, row.completed_at),
    })),
    history.asOf,
  );
