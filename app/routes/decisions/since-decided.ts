/** What a measure did before and after a decision: the run chart's own reading, held against what was expected. */
import {
  baselineDays,
  catalog,
  type Figure,
  type MeasureDefinition,
  type MeasureId,
  marksOn,
  type PolicyChange,
  readUsualRange,
  seriesOf,
} from '../../rooms/measures/public.ts';
import { concludeFrom, type Decision, type SinceThen, type Stretch } from '../../rooms/values/public.ts';
import type { DrawnChart } from '../../ui/charts/drawn-chart.ts';
import { runChart } from '../../ui/charts/run-chart.ts';
import type { ChartFlag, RunSeries } from '../../ui/charts/run-points.ts';
import { runDescription, runTableWords, usualRangeText } from '../measures/chart-words.ts';
import { periodWord, type RunRhythm, wholePeriods } from '../measures/finest-run.ts';
import { measureRun } from '../measures/measure-run.ts';
import { seriesStart } from '../measures/measure-summary.ts';
import type { ConsultedVersion } from './consult-figure.ts';
import { isMeasureId } from './decision-choices.ts';
import { monthsAfter } from './months-after.ts';
import { whereOf } from './place-of-figures.ts';

export interface SinceDecided {
  readonly definition: MeasureDefinition;
  readonly seen: SinceThen;
  readonly series: RunSeries;
}

const hasValue = ({ value }: Figure): boolean => value !== null;

/** Months added up; small enough to give a child away, they are not said. */
const stretchOf = (figures: readonly Figure[], per: number): Stretch => {
  const sum = (of: (figure: Figure) => number | null): number =>
    figures.reduce((total, figure) => total + (of(figure) ?? 0), 0);
  const numerator = sum((figure) => figure.numerator);
  const denominator = sum((figure) => figure.denominator);
  const isSmall = numerator <= 10;
  const value = denominator === 0 || isSmall ? null : (per * numerator) / denominator;
  return { value, numerator, denominator, points: figures.length };
};

/** Two years of everyday variation before the decision, where the data hold them. */
const startOf = (asOf: string, decidedOn: string): string => {
  const twoYearsBefore = `${monthsAfter(decidedOn, -24).slice(0, 7)}-01`;
  return [seriesStart(asOf), twoYearsBefore].toSorted()[0] ?? twoYearsBefore;
};

const figuresFor = async (
  { files, asOf }: ConsultedVersion,
  measure: MeasureId,
  decision: Decision,
  rhythm: RunRhythm,
): Promise<Figure[]> => {
  const from = startOf(asOf, decision.decidedOn ?? asOf);
  const where = whereOf(decision.place);
  return wholePeriods(await seriesOf(files, { measure, rhythm, from, to: asOf, where, asOf }), asOf);
};

const pointsInAYear = { month: 12, quarter: 4, federal_year: 1 } as const;

const seenIn = (
  figures: readonly Figure[],
  definition: MeasureDefinition,
  decision: Decision,
  rhythm: RunRhythm,
  changes: readonly PolicyChange[],
): Omit<SinceThen, 'asOf' | 'dataVersion'> | null => {
  const { expectation, decidedOn } = decision;
  if (!expectation || !decidedOn) return null;
  const found = figures.findIndex(({ window }) => window.from > decidedOn);
  const first = found === -1 ? figures.length : found;
  const after = figures.slice(first).filter(hasValue);
  const finals = after.filter(({ final }) => final);
  const isReadable = measureRun(definition, figures, changes).standing.amount === 'enough';
  const change = isReadable
    ? readUsualRange(definition, figures, baselineDays(changes, definition.id)).change
    : null;
  return {
    ...concludeFrom({
      expected: expectation.direction,
      finalPoints: finals.length,
      change: change && {
        isUp: change.side === 'above',
        isSustained: change.evidence === 'sustained',
        pointsBefore: first - change.since,
      },
    }),
    measure: definition.id,
    definitionVersion: definition.version,
    rhythm: periodWord(rhythm),
    finalPoints: finals.length,
    inFlight: after.length - finals.length,
    before: stretchOf(
      figures.filter(({ window, final }) => final && window.to < decidedOn).slice(-pointsInAYear[rhythm]),
      definition.unit.per,
    ),
    after: stretchOf(finals, definition.unit.per),
  };
};

const rhythms: readonly RunRhythm[] = ['month', 'quarter', 'federal_year'];

/** The finest periods that hold enough children to be read, and are shown to whoever asks. */
const finestFigures = async (
  version: ConsultedVersion,
  definition: MeasureDefinition,
  decision: Decision,
): Promise<{ readonly figures: readonly Figure[]; readonly rhythm: RunRhythm }> => {
  let shown: { figures: readonly Figure[]; rhythm: RunRhythm } | null = null;
  for (const rhythm of rhythms) {
    const figures = await figuresFor(version, definition.id, decision, rhythm);
    const isShown = figures.some(({ hidden }) => hidden === undefined);
    if (isShown && measureRun(definition, figures).standing.amount !== 'few') return { figures, rhythm };
    if (isShown && (shown === null || rhythm === 'quarter')) shown = { figures, rhythm };
  }
  return shown ?? { figures: [], rhythm: 'month' };
};

/** Null where nothing was expected on a measure we know. */
export const sinceDecided = async (
  version: ConsultedVersion,
  decision: Decision,
  flags: readonly ChartFlag[],
): Promise<SinceDecided | null> => {
  const measure = decision.expectation?.measure ?? '';
  if (!isMeasureId(measure)) return null;
  const definition = catalog[measure];
  const { figures, rhythm } = await finestFigures(version, definition, decision);
  const changes = marksOn(version.files.policyChanges, measure, whereOf(decision.place));
  const read = seenIn(figures, definition, decision, rhythm, changes);
  if (!read) return null;
  const seen: SinceThen = { ...read, asOf: version.asOf, dataVersion: version.number };
  return { definition, seen, series: { ...measureRun(definition, figures, changes).series, flags } };
};

const noCounts: Stretch = { value: null, numerator: 0, denominator: 0, points: 0 };

/** What a revisit keeps: a card goes where a county's counts may not, and keeps its words alone. */
export const keptOf = (seen: SinceThen, { place }: Decision): SinceThen =>
  place === 'state' ? seen : { ...seen, before: noCounts, after: noCounts };

export const sinceChart = ({ definition, series, seen }: SinceDecided, title: string): DrawnChart =>
  runChart(series, {
    id: 'since',
    title,
    description: runDescription(definition, series, seen.rhythm),
    usualRange: usualRangeText(series) ?? '',
    inFlight: 'in flight',
    table: runTableWords(`${definition.title}, ${definition.unit.words}, by ${seen.rhythm}`, seen.rhythm),
  });
