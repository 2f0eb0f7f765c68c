/** 'Counties, as variation' as plain data: the funnel of one window, its sentence, and its table. */
import {
  type Breakdown,
  type Figure,
  type FunnelUnit,
  funnelOf,
  type MeasureDefinition,
} from '../../rooms/measures/public.ts';
import type { DrawnChart, TwinTable } from '../../ui/charts/drawn-chart.ts';
import { type FunnelDot, funnelChart, hoverText } from '../../ui/charts/funnel-chart.ts';
import { windowText } from '../../ui/format/days.ts';
import { countText, intervalText, valueText } from '../../ui/format/numbers.ts';
import { breakdownText, compareGroups, groupText } from '../../words/groups.ts';
import { hiddenInShort } from '../../words/hidden-cell.ts';
import { measurePhrases } from '../../words/measure-phrases.ts';
import { flagWord, variationSentence } from '../../words/variation-sentence.ts';
import { drawnOnce } from './drawn-once.ts';

export interface VariationView {
  readonly sentence: string;
  readonly what: string;
  readonly chart: DrawnChart;
  /** True where units differ in general, so that the funnel is wider than chance alone would make it. */
  readonly isWidened: boolean;
  readonly isJudged: boolean;
  readonly places: string;
  readonly notShown: number;
}

const placesOf = (breakdown: Breakdown): string => (breakdown === 'unit' ? 'units' : 'counties');

const signOf = ({ direction }: MeasureDefinition, flag: FunnelUnit['flag']): FunnelDot['sign'] => {
  if (flag === null || direction === 'neither') return null;
  return (flag === 'above') === (direction === 'up') ? 'improvement' : 'concern';
};

const dotsOf = (
  definition: MeasureDefinition,
  units: readonly FunnelUnit[],
  breakdown: Breakdown,
  chosen: string | undefined,
): FunnelDot[] =>
  units
    .toSorted((a, b) => compareGroups(breakdown)(a.group, b.group))
    .flatMap(({ group, cell, flag, isInFunnel }) => {
      const { numerator, denominator, value } = cell;
      if (!isInFunnel || numerator === null || denominator === null || value === null) return [];
      const name = groupText(breakdown, group);
      const counted = { numerator, denominator, value };
      return [
        {
          name,
          size: denominator,
          value,
          hover: hoverText(name, counted, definition.unit),
          flag,
          sign: signOf(definition, flag),
          isChosen: group === chosen,
        },
      ];
    });

const standingOf = ({ flag, isInFunnel, cell }: FunnelUnit, isJudged: boolean): string => {
  if (cell.denominator === 0) return 'nobody to count';
  if (!isInFunnel) return hiddenInShort(cell.hidden);
  if (!isJudged) return 'in flight';
  return flag === null ? 'inside the funnel' : `${flagWord[flag]} than chance explains`;
};

const tableOf = (
  definition: MeasureDefinition,
  units: readonly FunnelUnit[],
  breakdown: Breakdown,
  isJudged: boolean,
  caption: string,
): TwinTable => ({
  caption,
  columns: [
    { label: breakdown === 'unit' ? 'Unit' : 'County', isNumber: false },
    { label: definition.unit.per === 100 ? 'Share' : definition.unit.short, isNumber: true },
    { label: '95% interval', isNumber: true },
    { label: 'Counted', isNumber: true },
    { label: 'Out of', isNumber: true },
    { label: 'In the funnel', isNumber: false },
  ],
  rows: units
    .toSorted((a, b) => compareGroups(breakdown)(a.group, b.group))
    .map((unit) => [
      groupText(breakdown, unit.group),
      valueText(unit.cell, definition.unit),
      intervalText(unit.cell.interval, unit.cell, definition.unit),
      countText(unit.cell.numerator),
      countText(unit.cell.denominator),
      standingOf(unit, isJudged),
    ]),
});

const draw = (
  definition: MeasureDefinition,
  figure: Figure,
  breakdown: Breakdown,
  chosen: string | undefined,
): VariationView | null => {
  const funnel = funnelOf(figure, breakdown);
  if (!funnel) return null;
  const { unit, title, id } = definition;
  const places = placesOf(breakdown);
  const dots = dotsOf(definition, funnel.units, breakdown, chosen);
  const flagged = dots.flatMap(({ name, flag }) => (flag === null ? [] : [{ name, flag }]));
  const sentence = variationSentence({
    places,
    count: dots.length,
    isJudged: funnel.isJudged,
    isWidened: funnel.isWidened,
    flagged,
  });
  const window = windowText(figure.window.from, figure.window.to);
  const what = `${title}, ${unit.words}, ${window}${funnel.isJudged ? '' : ', in flight'}`;
  const everyone = valueText({ ...figure, value: funnel.target }, unit);
  const chart = funnelChart(
    { dots, target: funnel.target, widths: funnel.widths, unit },
    {
      id: 'funnel',
      title: sentence,
      description: `${what}. Each dot is one of ${dots.length} ${places}, placed by how many ${measurePhrases[id]?.outOf ?? 'children'} stand behind it; together they are at ${everyone}. Nothing is ranked; the table names each.`,
      target: `together ${everyone}`,
      size: `more ${measurePhrases[id]?.outOf ?? 'children'} →`,
      flag: flagWord,
    },
    tableOf(definition, funnel.units, breakdown, funnel.isJudged, `${what}, by ${breakdownText(breakdown)}`),
  );
  const notShown = funnel.units.filter(
    ({ cell, isInFunnel }) => !isInFunnel && cell.denominator !== 0,
  ).length;
  return {
    sentence,
    what,
    chart,
    places,
    notShown,
    isWidened: funnel.isWidened,
    isJudged: funnel.isJudged,
  };
};

/** Null where there is no funnel: fewer than five places with somebody to count, or a measure that does not say where. */
export const variationView = (
  definition: MeasureDefinition,
  figure: Figure,
  breakdown: Breakdown,
  chosen: string | undefined,
): VariationView | null =>
  drawnOnce(['funnel', figure, breakdown, chosen ?? null], () => draw(definition, figure, breakdown, chosen));
