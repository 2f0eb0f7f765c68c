/** What a measure page is narrowed to, as its address says it; and the choices the data allow. */
import { Invalid } from '../../platform/errors.ts';
import {
  type Breakdown,
  type Figure,
  federalName,
  followUpEndsOn,
  type MeasureDefinition,
  parseWindow,
  type Window,
  windowFrom,
} from '../../rooms/measures/public.ts';
import type { Choice } from '../../ui/filter-select.tsx';
import { monthText, windowText } from '../../ui/format/days.ts';
import { compareGroups, groupText } from '../../words/groups.ts';

export interface MeasureFilters {
  readonly where: Readonly<Partial<Record<Breakdown, string>>>;
  readonly cut: Breakdown | null;
  readonly window: Window | null;
  readonly since: string | null;
}

const places = ['county', 'unit'] as const;
const people = ['age', 'race_ethnicity', 'aian_any', 'sex'] as const;
const breakdowns: readonly Breakdown[] = [...places, ...people];

const isBreakdown = (text: string): text is Breakdown => breakdowns.some((known) => known === text);

/** `county:Alder` → `{ county: 'Alder' }`; blank is everything. */
const narrowed = (text: string | null, allowed: readonly Breakdown[]): MeasureFilters['where'] => {
  if (text === null || text === '') return {};
  const at = text.indexOf(':');
  const breakdown = text.slice(0, at);
  const group = text.slice(at + 1);
  if (at < 1 || !isBreakdown(breakdown) || !allowed.includes(breakdown) || group === '')
    throw new Invalid('This page cannot be narrowed in that way.', 'Choose from the lists on the page.');
  return { [breakdown]: group };
};

const sinceOf = (text: string | null): string | null => {
  if (text === null || text === '') return null;
  if (!/^\d{4}-(0[1-9]|1[0-2])-01$/.test(text))
    throw new Invalid(
      'The series must begin on the first day of a month.',
      'Choose from the list on the page.',
    );
  return text;
};

/** Reads the address. Throws Invalid for what no list on the page offers. */
export const filtersOf = (params: URLSearchParams): MeasureFilters => {
  const cut = params.get('cut');
  const window = params.get('window');
  if (cut && !isBreakdown(cut))
    throw new Invalid('Figures cannot be cut by that.', 'Choose from the lists on the page.');
  return {
    where: { ...narrowed(params.get('where'), places), ...narrowed(params.get('who'), people) },
    cut: cut && isBreakdown(cut) ? cut : null,
    window: window ? parseWindow(window) : null,
    since: sinceOf(params.get('since')),
  };
};

const chosenOf = (where: MeasureFilters['where'], kinds: readonly Breakdown[]): string => {
  const kind = kinds.find((breakdown) => where[breakdown] !== undefined);
  return kind ? `${kind}:${where[kind]}` : '';
};

/** Groups the data hold, and the one chosen: an address may name a group that this version or window does not have. */
const choicesOf = (
  by: Figure['by'],
  kinds: readonly Breakdown[],
  where: MeasureFilters['where'],
  all: string,
): Choice[] => [
  { value: '', label: all },
  ...kinds.flatMap((kind) => {
    const groups = new Set(Object.keys(by[kind] ?? {}));
    const chosen = where[kind];
    if (chosen !== undefined) groups.add(chosen);
    return [...groups]
      .toSorted(compareGroups(kind))
      .map((group) => ({ value: `${kind}:${group}`, label: groupText(kind, group) }));
  }),
];

const cutNames: Readonly<Record<Breakdown, string>> = {
  county: 'County',
  unit: 'Unit',
  age: 'Age',
  race_ethnicity: 'Race and ethnicity',
  aian_any: 'American Indian or Alaska Native',
  sex: 'Sex',
};

const isFederalYear = ({ from }: Window): boolean => from.slice(5) === '10-01';

/** For who sees no small cells: federal years first, since other windows are shown of the whole state alone. */
const yearsFirst = (windows: readonly Window[]): Window[] =>
  windows.toSorted((a, b) => Number(isFederalYear(b)) - Number(isFederalYear(a)));

/** Federal windows of the last years, newest first, and the one chosen. */
const windowChoices = (
  definition: MeasureDefinition,
  chosen: Window,
  asOf: string,
  seesEverything: boolean,
): Choice[] => {
  const year = Number(asOf.slice(0, 4));
  const federal = Array.from({ length: 7 }, (_, back) => year - back)
    .flatMap((start) => [`${start}-10-01`, `${start}-04-01`])
    .map((from) => windowFrom(from))
    .filter((window) => window.from <= asOf && window.to <= `${year + 1}-12-31`);
  const all = federal.some(({ from }) => from === chosen.from) ? federal : [chosen, ...federal];
  return (seesEverything ? all : yearsFirst(all)).map((window) => {
    const name = federalName(window);
    const isOver = followUpEndsOn(definition, window) <= asOf;
    const label = `${windowText(window.from, window.to)}${name ? `, ${name}` : ''}${isOver ? '' : ' (in flight)'}${seesEverything || isFederalYear(window) ? '' : ', whole state only'}`;
    return { value: window.from, label };
  });
};

const sinceChoices = (asOf: string, chosen: string): Choice[] => {
  const year = Number(asOf.slice(0, 4));
  const starts = Array.from({ length: 8 }, (_, back) => `${year - 1 - back}-10-01`);
  const all = starts.includes(chosen) ? starts : [chosen, ...starts];
  return all.map((from) => ({ value: from, label: monthText(from) }));
};

export interface FilterRow {
  readonly name: 'where' | 'who' | 'cut' | 'window' | 'since';
  readonly label: string;
  readonly chosen: string;
  readonly choices: readonly Choice[];
}

/** What is shown, with nothing left to a default. */
export interface Chosen {
  readonly where: MeasureFilters['where'];
  readonly cut: Breakdown;
  readonly window: Window;
  readonly since: string;
}

/** An address that says everything, so that it shows the same window when newer data have moved the default. */
export const keptAddress = ({ slug }: MeasureDefinition, chosen: Chosen): string => {
  const params = new URLSearchParams({
    where: chosenOf(chosen.where, places),
    who: chosenOf(chosen.where, people),
    cut: chosen.cut,
    window: chosen.window.from,
    since: chosen.since,
  });
  return `/measures/${slug}?${params}`;
};

/** The filter form: what can be chosen, and what is. */
export const filterRows = (
  definition: MeasureDefinition,
  by: Figure['by'],
  chosen: Chosen,
  asOf: string,
  seesEverything: boolean,
): FilterRow[] => {
  const rows: FilterRow[] = [
    {
      name: 'where',
      label: 'Where',
      chosen: chosenOf(chosen.where, places),
      choices: choicesOf(by, places, chosen.where, 'Whole state'),
    },
    {
      name: 'who',
      label: 'Who',
      chosen: chosenOf(chosen.where, people),
      choices: choicesOf(by, people, chosen.where, 'All children'),
    },
    {
      name: 'cut',
      label: 'Cut by',
      chosen: chosen.cut,
      choices: definition.breakdowns.map((value) => ({ value, label: cutNames[value] })),
    },
    {
      name: 'window',
      label: 'Window',
      chosen: chosen.window.from,
      choices: windowChoices(definition, chosen.window, asOf, seesEverything),
    },
    { name: 'since', label: 'Chart since', chosen: chosen.since, choices: sinceChoices(asOf, chosen.since) },
  ];
  return rows.filter((row) => row.choices.length > 1);
};
