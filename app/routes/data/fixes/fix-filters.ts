/** The filter form of the fix list: what can be chosen, and what is. */
import { countyOf, countyPlace, type Place } from '../../../commons/permissions/place.ts';
import { type FixTally, fixRule } from '../../../rooms/measures/public.ts';
import type { Choice } from '../../../ui/filter-select.tsx';
import { isAt } from './fix-parts.ts';
import { placeName } from './fix-words.ts';
import type { FixesAsked, StateAsked } from './fixes-asked.ts';

export interface FixFilterRow {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly choices: readonly Choice[];
}

const stateChoices: readonly (Choice & { readonly value: StateAsked })[] = [
  { value: 'to-mend', label: 'All that is not gone' },
  { value: 'open', label: 'To mend' },
  { value: 'said-fixed', label: 'Said to be mended' },
  { value: 'still-there', label: 'Still there' },
  { value: 'gone', label: 'Gone' },
];

const byName = (a: Choice, b: Choice): number => a.label.localeCompare(b.label, 'en', { numeric: true });

/** Where the person may look: the counties of the list, and the units of the county that is chosen. */
const placeChoices = ({ filter, scope }: FixesAsked, tallies: readonly FixTally[]): Choice[] => {
  const chosenCounty = countyOf(filter.at);
  const listed = tallies.flatMap(({ assignedTo }): Place[] => {
    const county = countyOf(assignedTo);
    if (county === null) return [];
    return county === chosenCounty ? [countyPlace(county), assignedTo] : [countyPlace(county)];
  });
  const held = scope.places.filter((place) => place === 'state' || countyOf(place) !== null);
  const reached = [...held, filter.at, ...listed].filter((place) => held.some((own) => isAt(own, place)));
  const [state, ...others] = [...new Set(reached)].map((value) => ({
    value,
    label: value === 'state' ? 'Whole state' : placeName(value),
  }));
  if (!state) return [];
  return state.value === 'state' ? [state, ...others.toSorted(byName)] : [state, ...others].toSorted(byName);
};

const ruleChoices = (here: readonly FixTally[]): Choice[] => {
  const rules = [...new Set(here.map(({ rule }) => rule))];
  return [
    { value: '', label: 'Everything' },
    ...rules.map((value) => ({ value, label: fixRule(value, '').title })).toSorted(byName),
  ];
};

/** `tallies`: of everything within reach; `here`: of the place that is chosen. */
export const fixFilterRows = (
  asked: FixesAsked,
  tallies: readonly FixTally[],
  here: readonly FixTally[],
): FixFilterRow[] =>
  [
    { name: 'at', label: 'Where', chosen: asked.filter.at, choices: placeChoices(asked, tallies) },
    { name: 'rule', label: 'What', chosen: asked.filter.rule ?? '', choices: ruleChoices(here) },
    { name: 'state', label: 'How it stands', chosen: asked.state, choices: stateChoices },
  ].filter(({ choices }) => choices.length > 1);
