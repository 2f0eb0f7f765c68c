/**
 * Say and do: the order an agency states for its values, beside what it gives them: measures on the board, review
 * minutes, decisions, course changes. A thing that serves several values counts in equal parts for each. What serves no
 * value is counted too, or the shares would flatter.
 */

export const deeds = ['minutes', 'decisions', 'changes', 'measures'] as const;
export type DeedKind = (typeof deeds)[number];

export interface Deed {
  readonly kind: DeedKind;
  /** Minutes of an item; 1 for a measure, a decision, a course change. */
  readonly amount: number;
  /** ISO day on which it was done. */
  readonly on: string;
  /** Ids of the values it served; none: no value. */
  readonly values: readonly string[];
}

export interface SayAndDoQuestion {
  /** In the order the agency states. */
  readonly values: readonly { readonly id: string; readonly statement: string }[];
  readonly deeds: readonly Deed[];
}

export type Amounts = Readonly<Record<DeedKind, number>>;

export interface SayAndDoRow {
  /** Null: what served no value. */
  readonly valueId: string | null;
  readonly amounts: Amounts;
  /** Of everything of the kind, 0 to 1; null where there is nothing of the kind. */
  readonly shares: Readonly<Record<DeedKind, number | null>>;
}

export interface Difference {
  readonly valueId: string;
  readonly kind: DeedKind;
  /** Where the agency puts it, and where what it does puts it, both from 1. */
  readonly said: number;
  readonly done: number;
}

export interface SayAndDo {
  readonly totals: Amounts;
  /** One for each value in the stated order, then what served none. */
  readonly rows: readonly SayAndDoRow[];
  /** The value that gets least of what its place in the order promises; null where order and deeds agree, or too little was done. */
  readonly largest: Difference | null;
}

const zero: Amounts = { minutes: 0, decisions: 0, changes: 0, measures: 0 };

/** Of each kind, everything that went to one value (or to none), in equal parts where it served several. */
const amountsFor = (valueId: string | null, question: SayAndDoQuestion): Amounts => {
  const known = new Set(question.values.map(({ id }) => id));
  const sums: Record<DeedKind, number> = { ...zero };
  for (const { kind, amount, values } of question.deeds) {
    const served = [...new Set(values)].filter((id) => known.has(id));
    if (valueId === null ? served.length === 0 : served.includes(valueId))
      sums[kind] += amount / Math.max(1, served.length);
  }
  return sums;
};

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Below this, a share of a kind says more of chance than of an agency. */
const enough: Amounts = { minutes: 60, decisions: 5, changes: 5, measures: Number.POSITIVE_INFINITY };

/** Place by what was done; those that got the same share a place, the better one. */
const placeBy = (kind: DeedKind, amounts: Amounts, all: readonly Amounts[]): number =>
  1 + all.filter((other) => other[kind] > amounts[kind] + 1e-9).length;

const largestOf = (
  rows: readonly (SayAndDoRow & { valueId: string })[],
  totals: Amounts,
): Difference | null => {
  const all = rows.map(({ amounts }) => amounts);
  let largest: Difference | null = null;
  for (const kind of deeds) {
    if (totals[kind] < enough[kind]) continue;
    for (const [index, { valueId, amounts }] of rows.entries()) {
      const [said, done] = [index + 1, placeBy(kind, amounts, all)];
      if (done - said > (largest ? largest.done - largest.said : 0)) largest = { valueId, kind, said, done };
    }
  }
  return largest;
};

export const sayAndDo = (question: SayAndDoQuestion): SayAndDo => {
  const totals: Record<DeedKind, number> = { ...zero };
  for (const { kind, amount } of question.deeds) totals[kind] += amount;
  const rowFor = <Id extends string | null>(valueId: Id): SayAndDoRow & { valueId: Id } => {
    const amounts = amountsFor(valueId, question);
    return {
      valueId,
      amounts,
      shares: {
        minutes: ratio(amounts.minutes, totals.minutes),
        decisions: ratio(amounts.decisions, totals.decisions),
        changes: ratio(amounts.changes, totals.changes),
        measures: ratio(amounts.measures, totals.measures),
      },
    };
  };
  const rows = question.values.map(({ id }) => rowFor(id));
  return { totals, rows: [...rows, rowFor(null)], largest: largestOf(rows, totals) };
};

export interface SayAndDoMonth extends SayAndDo {
  /** Its first day. */
  readonly month: string;
}

/** First days of the months from one to the other, both included. */
export const monthsBetween = (from: string, to: string): string[] => {
  const months: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (;;) {
    const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
    if (first > to) return months;
    months.push(first);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
};

/** The same for each month; measures on the board have no month and are left out. */
export const sayAndDoByMonth = (question: SayAndDoQuestion, from: string, to: string): SayAndDoMonth[] =>
  monthsBetween(from, to).map((month) => ({
    month,
    ...sayAndDo({
      ...question,
      deeds: question.deeds.filter(
        ({ kind, on }) => kind !== 'measures' && on.slice(0, 7) === month.slice(0, 7),
      ),
    }),
  }));
