/** Groups of people to tick, and how a sentence lists them. */
import {
  type PeopleGroup,
  peopleGroupNames,
  peopleGroups,
  peopleGroupsInShort,
} from '../../rooms/values/public.ts';

export const groupChoices = peopleGroups.map((value) => ({ value, label: peopleGroupNames[value] }));

/** `Parents, youth who are or were in care` */
export const groupsText = (groups: readonly PeopleGroup[]): string => {
  const names = groups.map((group) => peopleGroupNames[group]);
  return names
    .map((name, at) =>
      at === 0 || name.startsWith('Tribal') ? name : name.charAt(0).toLowerCase() + name.slice(1),
    )
    .join(', ');
};

/** `the courts, youth and supervisors` */
export const groupsInShort = (groups: readonly PeopleGroup[]): string => {
  const names = groups.map((group) => peopleGroupsInShort[group]);
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
};
