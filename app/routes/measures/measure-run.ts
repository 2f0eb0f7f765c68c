/** From a series of figures to what a chart draws and a sentence says: the control chart over final points alone. */
import {
  baselineDays,
  type ChartReading,
  type Figure,
  isAcross,
  type MeasureDefinition,
  type PolicyChange,
  readUsualRange,
} from '../../rooms/measures/public.ts';
import type { ChartChange, RunPoint, RunSeries } from '../../ui/charts/run-points.ts';
import { longMonthText } from '../../ui/format/days.ts';
import type { Standing } from '../../words/standing-sentence.ts';

export type Reading = 'improvement' | 'concern' | 'higher' | 'lower' | 'steady' | 'unknown';

export interface MeasureRun {
  readonly series: RunSeries;
  readonly standing: Standing;
  readonly reading: Reading;
  readonly isUp: boolean;
  /** `full`: limits stand; `trial`: 6 to 12 points; `run-line`: no limits. */
  readonly stage: 'run-line' | 'trial' | 'full';
}

/** Below this many events a point, monthly shares are chance and nothing is judged. */
const fewestEvents = 3;
const fewestPoints = 6;

const isJudged = (figure: Figure): boolean => figure.final && figure.value !== null;

const amountOf = (figures: readonly Figure[]): Standing['amount'] => {
  if (figures.length > 0 && figures.every((figure) => figure.absent !== null)) return 'absent';
  const finals = figures.filter(isJudged);
  if (!figures.some(({ denominator, hidden }) => hidden !== undefined || (denominator ?? 0) > 0))
    return 'none';
  const events = finals.reduce((sum, figure) => sum + (figure.numerator ?? 0), 0);
  return finals.length < fewestPoints || events / finals.length < fewestEvents ? 'few' : 'enough';
};

/** The last baseline that has a point is what the sentence speaks of: enough points, and people, of its own. */
const amountOfLast = (
  all: Standing['amount'],
  last: readonly Figure[],
  isNew: boolean,
): Standing['amount'] => {
  if (all !== 'enough' || !isNew) return all;
  return last.filter(isJudged).length < fewestPoints ? 'new' : amountOf(last);
};

const onChart = ({ id }: MeasureDefinition, { on, label, id: mark, moves }: PolicyChange): ChartChange => ({
  ...{ on, label, href: `/measures/marks#mark-${mark}` },
  isNewBaseline: moves.includes(id),
});

const pointOf = (figure: Figure, place: number, reading: ChartReading | null): RunPoint => {
  const read = reading?.points[place];
  const phase = reading?.phases.findIndex(({ from, to }) => place >= from && place <= to) ?? -1;
  const isTrial = reading?.phases[phase]?.stage === 'trial';
  const signs = isTrial ? [] : (read?.judgements ?? []);
  return {
    from: figure.window.from,
    to: figure.window.to,
    value: figure.value,
    numerator: figure.numerator,
    denominator: figure.denominator,
    isFinal: figure.final,
    sign: signs.includes('concern') ? 'concern' : signs.includes('improvement') ? 'improvement' : null,
    usual: read?.limits
      ? {
          mean: read.limits.mean,
          lower: read.limits.lower,
          upper: read.limits.upper,
          phase,
          isTrial,
        }
      : null,
  };
};

/**
 * Reads months or quarters, oldest first; overlapping windows must never come here. `changes`: those of policy on this
 * chart. What the measure counts begins anew with those that move it.
 */
export const measureRun = (
  definition: MeasureDefinition,
  figures: readonly Figure[],
  changes: readonly PolicyChange[] = [],
): MeasureRun => {
  const days = baselineDays(changes, definition.id);
  const held = figures.filter(({ window }) => !days.some((day) => isAcross(definition, window, day)));
  const all = amountOf(days.length === 0 ? figures : held);
  const reading = all === 'enough' ? readUsualRange(definition, figures, days) : null;
  const from = reading?.phases.at(-1)?.from ?? 0;
  const isNew = from > 0;
  const last = held.filter(({ window }) => window.from >= (figures[from]?.window.from ?? ''));
  const amount = amountOfLast(all, last, isNew);
  const change = amount === 'enough' ? (reading?.change ?? null) : null;
  const since = change ? figures[change.since]?.window.from : undefined;
  return {
    series: {
      points: figures.map((figure, place) => pointOf(figure, place, reading)),
      unit: definition.unit,
      startsAtZero: false,
      showsInFlight: definition.followUp.months === 0,
      ...(changes.length > 0 && { changes: changes.map((one) => onChart(definition, one)) }),
    },
    standing: {
      measureId: definition.id,
      measureTitle: definition.title,
      amount,
      ...(isNew && { countedAnewFrom: longMonthText(figures[from]?.window.from ?? '') }),
      change:
        change && since
          ? {
              isUp: change.side === 'above',
              sinceMonth: longMonthText(since),
              isSustained: change.evidence === 'sustained',
            }
          : null,
    },
    reading: amount === 'enough' ? (change?.reading ?? 'steady') : 'unknown',
    isUp: change?.side === 'above',
    stage: reading?.phases.at(-1)?.stage ?? 'run-line',
  };
};
