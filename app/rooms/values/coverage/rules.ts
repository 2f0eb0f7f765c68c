/**
 * Coverage: does what we look at tell whether our values are true? Values against measures by their kind, with the gaps
 * in the order in which they matter. It knows measures by what it is told of them.
 */

export const measureKinds = ['outcome', 'practice', 'balancing', 'compliance'] as const;
export type Kind = (typeof measureKinds)[number];

export interface CoverageValue {
  readonly id: string;
  readonly statement: string;
  /** Tied to it, in their order. */
  readonly measures: readonly string[];
}

export interface CoverageMeasure {
  readonly id: string;
  readonly kind: Kind;
  /** The counter-measure it is always shown with. */
  readonly partner: string;
}

export interface CoverageQuestion {
  readonly values: readonly CoverageValue[];
  readonly measures: readonly CoverageMeasure[];
  /** How many reviews of the last quarter looked at each measure; at each value itself. */
  readonly reviewedMeasures: ReadonlyMap<string, number>;
  readonly reviewedValues: ReadonlyMap<string, number>;
}

export type Gap =
  /** Nobody measures it. */
  | { readonly kind: 'unmeasured'; readonly value: CoverageValue }
  /** Only counts of rules kept are tied to it. */
  | { readonly kind: 'compliance-only'; readonly value: CoverageValue }
  /** No review of the last quarter looked at anything that measures it. A talk about the value measures nothing. */
  | { readonly kind: 'not-reviewed'; readonly value: CoverageValue }
  /** On the board as a counter-measure, and tied to no value. */
  | { readonly kind: 'unvalued'; readonly measure: string; readonly beside: readonly string[] };

export interface CoverageCell {
  readonly measure: string;
  /** Reviews of the last quarter that looked at it. */
  readonly reviews: number;
}

export interface CoverageRow {
  readonly value: CoverageValue;
  readonly cells: Readonly<Record<Kind, readonly CoverageCell[]>>;
  /** Reviews that looked at the value itself. */
  readonly reviews: number;
}

export interface Coverage {
  readonly gaps: readonly Gap[];
  readonly rows: readonly CoverageRow[];
  /** Of the measures tied to any value, each once. */
  readonly mix: Readonly<Record<Kind, number>>;
}

const rowOf = (value: CoverageValue, question: CoverageQuestion): CoverageRow => {
  const tied = question.measures.filter(({ id }) => value.measures.includes(id));
  const ofKind = (kind: Kind): CoverageCell[] =>
    tied
      .filter((measure) => measure.kind === kind)
      .map(({ id }) => ({ measure: id, reviews: question.reviewedMeasures.get(id) ?? 0 }));
  return {
    value,
    cells: {
      outcome: ofKind('outcome'),
      practice: ofKind('practice'),
      balancing: ofKind('balancing'),
      compliance: ofKind('compliance'),
    },
    reviews: question.reviewedValues.get(value.id) ?? 0,
  };
};

const cellsOf = ({ cells }: CoverageRow): CoverageCell[] => measureKinds.flatMap((kind) => cells[kind]);

/** The first thing that is missing for a value; what comes after it would be said twice. */
const gapOf = (row: CoverageRow): Gap[] => {
  const { value } = row;
  const tied = cellsOf(row);
  if (tied.length === 0) return [{ kind: 'unmeasured', value }];
  const gaps: Gap[] = [];
  if (tied.length === row.cells.compliance.length) gaps.push({ kind: 'compliance-only', value });
  if (tied.every(({ reviews }) => reviews === 0)) gaps.push({ kind: 'not-reviewed', value });
  return gaps;
};

const unvalued = ({ values, measures }: CoverageQuestion): Gap[] => {
  const tied = new Set(values.flatMap((value) => value.measures));
  return measures
    .filter(({ id }) => !tied.has(id))
    .map(({ id }) => ({
      kind: 'unvalued' as const,
      measure: id,
      beside: measures.filter((other) => tied.has(other.id) && other.partner === id).map((other) => other.id),
    }))
    .filter(({ beside }) => beside.length > 0);
};

const rank: Readonly<Record<Gap['kind'], number>> = {
  unmeasured: 0,
  'compliance-only': 1,
  'not-reviewed': 2,
  unvalued: 3,
};

export const coverageOf = (question: CoverageQuestion): Coverage => {
  const rows = question.values.map((value) => rowOf(value, question));
  const gaps = [...rows.flatMap(gapOf), ...unvalued(question)];
  const tied = new Set(question.values.flatMap((value) => value.measures));
  const count = (kind: Kind): number =>
    question.measures.filter((measure) => measure.kind === kind && tied.has(measure.id)).length;
  return {
    rows,
    gaps: gaps.toSorted((a, b) => rank[a.kind] - rank[b.kind]),
    mix: {
      outcome: count('outcome'),
      practice: count('practice'),
      balancing: count('balancing'),
      compliance: count('compliance'),
    },
  };
};
