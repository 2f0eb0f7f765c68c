/** What the list of decisions is narrowed to, as its address says it. */
import { parsePlace, placeText } from '../../commons/permissions/place.ts';
import { todayOn } from '../../platform/clock.ts';
import { Invalid } from '../../platform/errors.ts';
import {
  type Decision,
  type DecisionFilters,
  levels,
  listDecisionPlaces,
  listDecisions,
  type Standing,
} from '../../rooms/values/public.ts';
import type { Choice } from '../../ui/filter-select.tsx';
import { levelNames, standingNames } from '../../words/decision-words.ts';
import type { Visit } from '../page.ts';
import { statementsFor } from './card-reading.ts';
import { isMeasureId, measureChoices } from './decision-choices.ts';
import { readDecisionsAs } from './decisions-scope.ts';

const chosen = <T extends string>(
  params: URLSearchParams,
  name: string,
  allowed: (text: string) => text is T,
): T | undefined => {
  const text = params.get(name) ?? '';
  if (text === '') return undefined;
  if (allowed(text)) return text;
  throw new Invalid('Decisions cannot be narrowed in that way.', 'Choose from the lists on the page.');
};

const isLevel = (text: string): text is (typeof levels)[number] => levels.some((level) => level === text);
const isStanding = (text: string): text is Standing => Object.hasOwn(standingNames, text);
const isValueId = (text: string): text is string => /^[a-z0-9-]{1,60}$/.test(text);

const longestSearch = 200;

/** Throws Invalid for what no list on the page offers. */
export const filtersIn = (params: URLSearchParams): DecisionFilters => {
  const words = (params.get('words') ?? '').trim().slice(0, longestSearch);
  const at = params.get('at') ?? '';
  return {
    ...(words !== '' && { words }),
    ...(at !== '' && { place: parsePlace(at) }),
    ...withoutNothing({
      level: chosen(params, 'level', isLevel),
      value: chosen(params, 'value', isValueId),
      measure: chosen(params, 'measure', isMeasureId),
      standing: chosen(params, 'state', isStanding),
    }),
  };
};

const withoutNothing = <T extends object>(filters: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

export interface ListFilter {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly choices: readonly Choice[];
}

const named = (names: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** The filter form: what can be chosen, and what is. */
export const listFilters = async (visit: Visit): Promise<ListFilter[]> => {
  const { services, actor, url } = visit;
  const places = await listDecisionPlaces(services.database, readDecisionsAs(actor));
  const values = [...(await statementsFor(visit))].map(([value, label]) => ({ value, label }));
  const rows: readonly (readonly [string, string, string, readonly Choice[]])[] = [
    ['state', 'State', 'Any', named(standingNames)],
    ['level', 'Level', 'Any', named(levelNames)],
    ['value', 'Value', 'Any', values],
    ['measure', 'Measure', 'Any', measureChoices],
    ['at', 'Place', 'Any', places.map((place) => ({ value: place, label: placeText(place) }))],
  ];
  return rows.map(([name, label, all, choices]) => ({
    name,
    label,
    chosen: url.searchParams.get(name) ?? '',
    choices: [{ value: '', label: all }, ...choices],
  }));
};

export interface FoundDecisions {
  readonly decisions: readonly Decision[];
  readonly total: number;
}

/** What the address asks for: a page of it, or for an export all. */
export const findDecisions = (
  { services, actor, url }: Visit,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<FoundDecisions> =>
  listDecisions(services.database, readDecisionsAs(actor), filtersIn(url.searchParams), {
    today: todayOn(),
    limit,
    offset,
  });
