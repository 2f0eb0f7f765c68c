/** Who can be asked, or sit at the table: groups, never names. */

export const peopleGroups = [
  'parents',
  'youth',
  'kin',
  'foster-parents',
  'caseworkers',
  'supervisors',
  'courts',
  'nations',
  'providers',
  'schools',
  'community',
] as const;

export type PeopleGroup = (typeof peopleGroups)[number];

export const peopleGroupNames: Readonly<Record<PeopleGroup, string>> = {
  parents: 'Parents',
  youth: 'Youth who are or were in care',
  kin: 'Relatives and family friends who care for a child',
  'foster-parents': 'Foster parents',
  caseworkers: 'Caseworkers',
  supervisors: 'Supervisors',
  courts: 'Judges and lawyers',
  nations: 'Tribal nations',
  providers: 'Providers of services',
  schools: 'Schools',
  community: 'Others in the community',
};

/** The same where there is little room: "with the courts, youth and supervisors". */
export const peopleGroupsInShort: Readonly<Record<PeopleGroup, string>> = {
  parents: 'parents',
  youth: 'youth',
  kin: 'kin',
  'foster-parents': 'foster parents',
  caseworkers: 'caseworkers',
  supervisors: 'supervisors',
  courts: 'the courts',
  nations: 'Tribal nations',
  providers: 'providers',
  schools: 'schools',
  community: 'the community',
};
