/** 'Who' as plain data: one measure by race and ethnicity over both denominators, adjusted by age beside unadjusted. */
import type { DisparityRow, MeasureDefinition, Who, WhoStep } from '../../rooms/measures/public.ts';
import { type DisparityBar, disparityChart, type Estimate } from '../../ui/charts/disparity-chart.ts';
import type { DrawnChart, TwinTable } from '../../ui/charts/drawn-chart.ts';
import { countText, intervalText, valueText } from '../../ui/format/numbers.ts';
import {
  differencesSentence,
  entriesPerFindings,
  populationQuestion,
  stepQuestion,
} from '../../words/disparity-sentence.ts';
import { compareGroups, groupText } from '../../words/groups.ts';
import { hiddenInShort, hiddenSentence } from '../../words/hidden-cell.ts';
import { drawnOnce } from './drawn-once.ts';

export interface WhoStepView {
  readonly id: 'who-step' | 'who-population';
  readonly question: string;
  readonly sentence: string;
  readonly what: string;
  readonly chart: DrawnChart | null;
  /** Why there is no picture; null where there is. */
  readonly reason: string | null;
  /** False where no group can be adjusted for this reader: figures of two groups at once are of too few children. */
  readonly isAdjusted: boolean;
}

export interface WhoView {
  readonly isFinal: boolean;
  readonly steps: readonly WhoStepView[];
}

/** Overlaps with the other groups: held against the reference like them, never summed with them. */
const overlapping = 'american_indian_alaska_native_any';

const nameOf = (group: string): string =>
  groupText(group === overlapping ? 'aian_any' : 'race_ethnicity', group);

/** By name; not known, and then the group that overlaps with others, stand last. */
const inOrder = (rows: readonly DisparityRow[]): DisparityRow[] =>
  rows.toSorted(
    (a, b) =>
      Number(a.group === overlapping) - Number(b.group === overlapping) ||
      compareGroups('race_ethnicity')(a.group, b.group),
  );

const isHidden = ({ cell }: DisparityRow): boolean => cell.value === null && cell.denominator !== 0;

const asItIsOf = ({ cell }: DisparityRow): Estimate | null =>
  cell.value === null || cell.interval === null ? null : { value: cell.value, interval: cell.interval };

const noteOf = (row: DisparityRow, unit: WhoStep['unit'], isShort: boolean): string => {
  if (isHidden(row)) return hiddenInShort(row.cell.hidden);
  const own = valueText(row.cell, unit);
  if (row.adjusted === null || isShort) return own;
  return `${own}, adjusted ${valueText({ ...row.cell, value: row.adjusted.value }, unit)}`;
};

const barOf = (row: DisparityRow, unit: WhoStep['unit']): DisparityBar => ({
  name: nameOf(row.group),
  note: noteOf(row, unit, false),
  shortNote: noteOf(row, unit, true),
  asItIs: asItIsOf(row),
  adjusted: row.adjusted,
});

const ratioText = ({ ratio }: DisparityRow): [string, string] =>
  ratio === null
    ? ['–', '–']
    : [ratio.ratio.toFixed(2), `${ratio.interval[0].toFixed(2)}–${ratio.interval[1].toFixed(2)}`];

const rowText = (row: DisparityRow, unit: WhoStep['unit'], hasIndex: boolean): string[] => {
  const { cell, adjusted, index } = row;
  const [ratio, ratioInterval] = ratioText(row);
  return [
    nameOf(row.group),
    isHidden(row) ? hiddenInShort(cell.hidden) : valueText(cell, unit),
    intervalText(cell.interval, cell, unit),
    adjusted ? valueText({ ...cell, value: adjusted.value }, unit) : '–',
    adjusted ? intervalText(adjusted.interval, cell, unit) : '–',
    ratio,
    ratioInterval,
    ...(hasIndex ? [index === null ? '–' : index.toFixed(2)] : []),
    countText(cell.numerator),
    countText(cell.denominator),
  ];
};

const tableOf = (
  rows: readonly DisparityRow[],
  step: WhoStep,
  what: string,
  reference: string | null,
): TwinTable => {
  const hasIndex = !step.isOwnDenominator || step.unit.per === 1000;
  const numbers = [
    'As it is',
    '95% interval',
    'Adjusted by age',
    '95% interval, adjusted',
    reference === null ? 'Ratio' : `Ratio to ${reference}`,
    '95% interval of the ratio',
    ...(hasIndex ? ['Share of these over share of all'] : []),
    'Counted',
    'Out of',
  ];
  return {
    caption: what,
    columns: [
      { label: 'Race and ethnicity', isNumber: false },
      ...numbers.map((label) => ({ label, isNumber: true })),
    ],
    rows: rows.map((row) => rowText(row, step.unit, hasIndex)),
  };
};

const isApart = ({ group }: DisparityRow): boolean => group !== overlapping && group !== 'unknown';

/** Groups that differ from the reference; not known is no group, and the overlapping one is in the table alone. */
const differencesOf = (rows: readonly DisparityRow[], reference: string | null): string => {
  const named = (differs: (interval: readonly [number, number]) => boolean): string[] =>
    rows
      .filter((row) => isApart(row) && row.ratio !== null && differs(row.ratio.interval))
      .map(({ group }) => nameOf(group));
  return differencesSentence({
    reference,
    more: named(([lower]) => lower > 1),
    less: named(([, upper]) => upper < 1),
  });
};

interface StepWords {
  readonly id: WhoStepView['id'];
  readonly question: string;
  readonly what: string;
}

const stepView = (
  step: Who['step'],
  reference: string | null,
  { id, question, what }: StepWords,
): WhoStepView => {
  if ('absent' in step)
    return { id, question, sentence: '', what, chart: null, reason: step.absent, isAdjusted: false };
  const rows = inOrder(step.rows.filter(({ cell }) => cell.denominator !== 0));
  const hidden = rows.find(({ cell }) => cell.hidden !== undefined)?.cell.hidden;
  if (hidden !== undefined && rows.every(isHidden))
    return {
      id,
      question,
      sentence: '',
      what,
      chart: null,
      reason: hiddenSentence(hidden),
      isAdjusted: false,
    };
  const sentence = differencesOf(rows, reference);
  const everybody = valueText(step.everybody, step.unit);
  const chart = disparityChart(
    {
      bars: rows.map((row) => barOf(row, step.unit)),
      everybody: step.everybody.value,
      unit: step.unit,
    },
    {
      id,
      title: sentence,
      description: `${what}. A filled dot for each group as it is, a hollow one adjusted by age, with 95% intervals; everyone together ${everybody}. In order of names, not of values.`,
      everybody: `everyone ${everybody}`,
    },
    tableOf(rows, step, `${what}, by race and ethnicity`, reference),
  );
  return {
    id,
    question,
    sentence,
    what,
    chart,
    reason: null,
    isAdjusted: step.rows.some(({ adjusted }) => adjusted !== null),
  };
};

const draw = (definition: MeasureDefinition, who: Who, window: string): WhoView => {
  const reference = who.reference === null ? null : nameOf(who.reference);
  const { title, unit } = definition;
  const isEntry = definition.id === 'H1';
  const state = who.isFinal ? window : `${window}, in flight`;
  return {
    isFinal: who.isFinal,
    steps: [
      stepView(who.step, reference, {
        id: 'who-step',
        question: stepQuestion,
        what: isEntry ? `${entriesPerFindings} ${state}` : `${title}, ${unit.words}, ${state}`,
      }),
      stepView(who.population, reference, {
        id: 'who-population',
        question: populationQuestion,
        what: isEntry
          ? `${title}, ${state}`
          : `The same count per 1,000 children of each group who live here, ${state}`,
      }),
    ],
  };
};

export const whoView = (definition: MeasureDefinition, who: Who, window: string): WhoView =>
  drawnOnce(['who', definition.id, window, who], () => draw(definition, who, window));
