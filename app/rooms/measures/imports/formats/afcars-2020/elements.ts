/** The tags of an AFCARS 2020 out-of-home care file that Midcourse reads, and where each may stand. */

/** A place in the file: the element whose children are being read. */
export const places = {
  document: 0,
  data: 1,
  records: 2,
  record: 3,
  removals: 4,
  removal2020: 5,
  removal1993: 6,
  livingArrangements: 7,
  livingArrangement: 8,
  familyHomeType: 9,
  visits: 10,
  visit: 11,
  /** Inside an element that is not read: everything below it is passed over. */
  elsewhere: 12,
} as const;

export type Place = (typeof places)[keyof typeof places];

/** Index of each leaf in the `values` of the group it belongs to. */
export const dataFields = { agency: 0, reportDate: 1 } as const;

export const recordFields = {
  childId: 0,
  birth: 1,
  sex: 2,
  americanIndianAlaskaNative: 3,
  asian: 4,
  black: 5,
  nativeHawaiianPacificIslander: 6,
  white: 7,
  raceUnknown: 8,
  raceAbandoned: 9,
  raceDeclined: 10,
  hispanic: 11,
} as const;

export const removalFields = {
  removal: 0,
  removalRecorded: 1,
  county: 2,
  exit: 3,
  exitRecorded: 4,
  exitReason: 5,
} as const;

export const arrangementFields = {
  start: 0,
  familyHome: 1,
  relative: 2,
  preadoptive: 3,
  kin: 4,
  otherType: 5,
  location: 6,
} as const;

export const visitFields = { date: 0, location: 1 } as const;

export interface Tag {
  readonly name: string;
  /** The places it may stand in. */
  readonly inside: readonly Place[];
  /** The place it opens; null for a leaf. */
  readonly opens: Place | null;
  /** Where a leaf's text goes in its group; -1 for a place. */
  readonly field: number;
}

const place = (name: string, inside: Place, opens: Place): Tag => ({
  name,
  inside: [inside],
  opens,
  field: -1,
});

const leaves = (
  inside: readonly Place[],
  names: readonly (readonly [name: string, field: number])[],
): Tag[] => names.map(([name, field]) => ({ name, inside, opens: null, field }));

const eitherRemoval = [places.removal2020, places.removal1993];

/** Indexed like the fields above: `tagNames(places.record)[recordFields.birth]` is `E5_date_of_birth`. */
export const tags: readonly Tag[] = [
  ...leaves(
    [places.data],
    [
      ['E1_title_iv_agency', dataFields.agency],
      ['E2_report_date', dataFields.reportDate],
    ],
  ),
  place('records', places.data, places.records),
  place('record', places.records, places.record),
  ...leaves(
    [places.record],
    [
      ['E4_child_record_number', recordFields.childId],
      ['E5_date_of_birth', recordFields.birth],
      ['E6_sex', recordFields.sex],
      ['E13_child_race_american_indian_alaska_native', recordFields.americanIndianAlaskaNative],
      ['E14_child_race_asian', recordFields.asian],
      ['E15_child_race_black', recordFields.black],
      ['E16_child_race_native_hawaiian_pacific_islander', recordFields.nativeHawaiianPacificIslander],
      ['E17_child_race_white', recordFields.white],
      ['E18_child_race_unknown', recordFields.raceUnknown],
      ['E19_child_race_abandoned', recordFields.raceAbandoned],
      ['E20_child_race_declined', recordFields.raceDeclined],
      ['E21_child_hispanic_latino', recordFields.hispanic],
    ],
  ),
  place('E69_E186_removals', places.record, places.removals),
  place('removal_2020', places.removals, places.removal2020),
  place('removal_1993', places.removals, places.removal1993),
  ...leaves(eitherRemoval, [
    ['E69_removal_date', removalFields.removal],
    ['E153_exit_date', removalFields.exit],
    ['E155_exit_reason', removalFields.exitReason],
  ]),
  ...leaves(
    [places.removal2020],
    [
      ['E70_removal_transaction_date', removalFields.removalRecorded],
      ['E3_local_agency', removalFields.county],
      ['E154_exit_transaction_date', removalFields.exitRecorded],
    ],
  ),
  place('E112_E146_living_arrangements', places.removal2020, places.livingArrangements),
  place('living_arrangement', places.livingArrangements, places.livingArrangement),
  place('E114_E146_foster_family_home_type', places.livingArrangement, places.familyHomeType),
  ...leaves(
    [places.livingArrangement],
    [
      ['E112_date_living_arrangement', arrangementFields.start],
      ['E113_foster_family_home', arrangementFields.familyHome],
      ['E120_other_living_arrangement_type', arrangementFields.otherType],
      ['E121_location_of_living_arrangement', arrangementFields.location],
    ],
  ),
  ...leaves(
    [places.familyHomeType],
    [
      ['E117_relative_foster_family', arrangementFields.relative],
      ['E118_pre_adopt_home', arrangementFields.preadoptive],
      ['E119_kin_foster_family', arrangementFields.kin],
    ],
  ),
  place('E151_E152_case_worker_visits', places.removal2020, places.visits),
  place('case_worker_visit', places.visits, places.visit),
  ...leaves(
    [places.visit],
    [
      ['E151_case_worker_visit_date', visitFields.date],
      ['E152_case_worker_visit_location', visitFields.location],
    ],
  ),
];

export const tagByName: ReadonlyMap<string, Tag> = new Map(tags.map((tag) => [tag.name, tag]));

/**
 * The names of the leaves of a place, by field. For saying which element a problem is in.
 */
export const tagNames = (...inside: readonly Place[]): readonly string[] => {
  const names: string[] = [];
  for (const tag of tags)
    if (tag.opens === null && tag.inside.some((one) => inside.includes(one))) names[tag.field] = tag.name;
  return names;
};

/** The other elements of the federal layout (E7 to E186): known, and not needed by any measure. */
export const isUnusedElement = (name: string): boolean => /^E\d{1,3}_/.test(name);
