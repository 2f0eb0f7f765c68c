/** 'Each county over time' as plain data: one small chart a group, all on the same scales. */
import {
  type Breakdown,
  type Cell,
  type Figure,
  type MeasureDefinition,
  marksOn,
} from '../../rooms/measures/public.ts';
import type { TwinTable } from '../../ui/charts/drawn-chart.ts';
import { multipleChart, sharedScale } from '../../ui/charts/multiple-chart.ts';
import type { Reading as MarkReading } from '../../ui/direction-mark.tsx';
import { monthText, windowText } from '../../ui/format/days.ts';
import { valueText } from '../../ui/format/numbers.ts';
import { capitalised } from '../../words/capitalised.ts';
import { breakdownText, compareGroups, groupsText, groupText } from '../../words/groups.ts';
import { standingWord } from '../../words/standing-sentence.ts';
import { movementSentence, yearsSentence } from '../../words/variation-sentence.ts';
import { drawnOnce } from './drawn-once.ts';
import { periodWord, wholePeriods } from './finest-run.ts';
import { type MeasureRun, measureRun } from './measure-run.ts';
import type { OverTimeReading } from './over-time-reading.ts';

export interface Multiple {
  readonly name: string;
  /** `as before`; `going the wrong way, since about March 2025`. */
  readonly word: string;
  readonly reading: MarkReading;
  readonly isUp: boolean;
  readonly svg: string;
}

export interface OverTimeView {
  readonly heading: string;
  readonly sentence: string;
  readonly what: string;
  readonly period: 'month' | 'quarter' | 'year';
  readonly multiples: readonly Multiple[];
  /** Groups that are not drawn: a line of so few would only show chance. */
  readonly tooFew: readonly string[];
  readonly table: TwinTable;
  /** Why nothing is drawn; null where it is. */
  readonly reason: string | null;
}

interface Group {
  readonly name: string;
  readonly run: MeasureRun;
  readonly figures: readonly Figure[];
}

const mostGroups = 40;
const nothing: Cell = { numerator: 0, denominator: 0, value: null, interval: null };

const groupNames = (figures: readonly Figure[], cut: Breakdown): string[] =>
  [...new Set(figures.flatMap((figure) => Object.keys(figure.by[cut] ?? {})))].toSorted(compareGroups(cut));

/** What is hidden of the whole says nothing of the group. */
const ofGroup = ({ hidden, heldAt, ...figure }: Figure, cell: Cell): Figure => ({ ...figure, ...cell });

const groupsOf = (
  definition: MeasureDefinition,
  { where, policyChanges }: OverTimeReading,
  figures: readonly Figure[],
  cut: Breakdown,
): Group[] =>
  groupNames(figures, cut).map((group) => {
    const own = figures.map((figure) => ofGroup(figure, figure.by[cut]?.[group] ?? nothing));
    const changes = marksOn(policyChanges, definition.id, { ...where, [cut]: group });
    return { name: groupText(cut, group), run: measureRun(definition, own, changes), figures: own };
  });

const isNew = ({ standing }: MeasureRun): boolean => standing.amount === 'new';

const wordOf = (run: MeasureRun): string => {
  const { reading, standing } = run;
  if (isNew(run)) return 'counted by a new rule, too early to say';
  const since = standing.change ? `, since about ${standing.change.sinceMonth}` : '';
  return `${standingWord(reading)}${since}`;
};

/** Nobody in any period: neither shown nor hidden. */
const isEmpty = ({ figures }: Group): boolean =>
  figures.every(({ denominator, hidden }) => hidden === undefined && !denominator);

const tableOf = (definition: MeasureDefinition, groups: readonly Group[], cut: Breakdown): TwinTable => {
  const quarters = groups[0]?.figures ?? [];
  return {
    caption: `${definition.title}, ${definition.unit.words}, over time; what is in flight stands in brackets`,
    columns: [
      { label: capitalised(breakdownText(cut)), isNumber: false },
      ...quarters.map(({ window }) => ({ label: windowText(window.from, window.to), isNumber: true })),
    ],
    rows: groups.map(({ name, figures }) => [
      name,
      ...figures.map((figure) => {
        const text = valueText(figure, definition.unit);
        return figure.final || figure.value === null ? text : `(${text})`;
      }),
    ]),
  };
};

const multiplesOf = (
  definition: MeasureDefinition,
  told: readonly Group[],
  everyone: MeasureRun,
  isYears: boolean,
): Multiple[] => {
  const scale = sharedScale(told.map(({ run }) => run.series));
  return told.map(({ name, run }, index) => {
    const word = isYears ? '' : wordOf(run);
    const words = {
      id: `multiple-${index}`,
      title: word === '' ? name : `${name}: ${word}`,
      description: `${definition.title}, over everyone’s line in grey.`,
    };
    return {
      name,
      word,
      reading: run.reading === 'unknown' ? 'steady' : run.reading,
      isUp: run.isUp,
      svg: multipleChart(run.series, everyone.series, scale, words),
    };
  });
};

const empty = (heading: string, sentence: string, reason: string): OverTimeView => ({
  heading,
  sentence,
  what: '',
  period: 'quarter',
  multiples: [],
  tooFew: [],
  table: { caption: '', columns: [], rows: [] },
  reason,
});

const placeNouns: Readonly<Partial<Record<Breakdown, string>>> = {
  county: 'county',
  unit: 'unit',
  age: 'age',
};

const draw = (
  definition: MeasureDefinition,
  reading: OverTimeReading,
  cut: Breakdown,
  asOf: string,
): OverTimeView => {
  const { rhythm } = reading;
  const figures = wholePeriods(reading.figures, asOf);
  const heading = `Each ${placeNouns[cut] ?? 'group'} over time`;
  const groups = groupsOf(definition, reading, figures, cut);
  if (groups.length === 0)
    return empty(heading, 'Nothing to show over time', 'Nobody is counted in this series.');
  if (groups.length > mostGroups)
    return empty(
      heading,
      `There are ${groups.length}, more than can be read side by side`,
      cut === 'unit' ? 'Choose a county under Where to see its units.' : 'Choose another cut.',
    );
  const isYears = rhythm === 'federal_year';
  const shown = groups.filter((group) => group.figures.some(({ value }) => value !== null));
  const told = isYears ? shown : shown.filter(({ run }) => run.reading !== 'unknown' || isNew(run));
  const tooFew = groups.filter((group) => !told.includes(group) && !isEmpty(group));
  const [first] = figures;
  const summary = {
    groups: groupsText(cut),
    preposition: cut === 'county' || cut === 'unit' ? ('in' as const) : ('for' as const),
    count: told.length + tooFew.length,
    moved: told.filter(({ run }) => run.standing.change !== null).map(({ name }) => name),
    tooFew: tooFew.length,
  };
  return {
    heading,
    sentence: isYears ? yearsSentence(summary) : movementSentence(summary),
    what: `${definition.title}, ${definition.unit.words}, by ${periodWord(rhythm)} since ${first ? monthText(first.window.from) : ''}. All on the same scales.`,
    period: periodWord(rhythm),
    multiples: multiplesOf(definition, told, measureRun(definition, figures), isYears),
    tooFew: tooFew.map(({ name }) => name),
    table: tableOf(definition, groups, cut),
    reason: null,
  };
};

export const overTimeView = (
  definition: MeasureDefinition,
  reading: OverTimeReading,
  cut: Breakdown,
  asOf: string,
): OverTimeView =>
  drawnOnce(['over time', definition.id, reading, cut, asOf], () => draw(definition, reading, cut, asOf));
