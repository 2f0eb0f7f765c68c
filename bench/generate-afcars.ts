/** Writes an AFCARS 2020 file of invented children, the same bytes every time: about 4.5 kB a child. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const dayMs = 86_400_000;
const firstRemoval = Date.UTC(2021, 0, 1);
const compactDays = Array.from({ length: 1400 }, (_, day) =>
  new Date(firstRemoval + day * dayMs).toISOString().slice(0, 10).replaceAll('-', ''),
);
const births = Array.from({ length: 4000 }, (_, day) =>
  new Date(Date.UTC(2009, 0, 1) + day * dayMs).toISOString().slice(0, 10).replaceAll('-', ''),
);

/** Mulberry32: small, fast, and enough to scatter records. */
const newRandom = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
};

type Random = ReturnType<typeof newRandom>;

const arrangementOf = (day: string, random: Random): string => {
  const isHome = random(3) > 0;
  const flag = (of: number): string => (isHome ? String(Number(random(of) === 0)) : '');
  return `      <living_arrangement>
       <E112_date_living_arrangement>${day}</E112_date_living_arrangement>
       <E113_foster_family_home>${isHome ? 1 : 0}</E113_foster_family_home>
       <E114_E146_foster_family_home_type>
        <E114_licensed_home>${flag(1)}</E114_licensed_home>
        <E115_therapeutic_home>${flag(9)}</E115_therapeutic_home>
        <E116_shelter_care_home>${flag(9)}</E116_shelter_care_home>
        <E117_relative_foster_family>${flag(3)}</E117_relative_foster_family>
        <E118_pre_adopt_home>${flag(5)}</E118_pre_adopt_home>
        <E119_kin_foster_family>${flag(4)}</E119_kin_foster_family>
       </E114_E146_foster_family_home_type>
       <E120_other_living_arrangement_type>${isHome ? '' : 1 + random(11)}</E120_other_living_arrangement_type>
       <E121_location_of_living_arrangement>1</E121_location_of_living_arrangement>
      </living_arrangement>
`;
};

const visitOf = (day: string, random: Random): string => `      <case_worker_visit>
       <E151_case_worker_visit_date>${day}</E151_case_worker_visit_date>
       <E152_case_worker_visit_location>${1 + Number(random(6) === 0)}</E152_case_worker_visit_location>
      </case_worker_visit>
`;

const dayAt = (day: number): string => compactDays[day] ?? '';

const removalOf = (random: Random): string => {
  const removed = random(900);
  const isOut = random(3) === 0;
  const out = removed + 60 + random(400);
  const arrangements = Array.from({ length: 1 + random(3) }, (_, index) =>
    arrangementOf(dayAt(removed + index * 30), random),
  ).join('');
  const visits = Array.from({ length: 5 + random(7) }, (_, index) =>
    visitOf(dayAt(removed + 10 + index * 30), random),
  ).join('');
  return `    <removal_2020>
     <E69_removal_date>${dayAt(removed)}</E69_removal_date>
     <E70_removal_transaction_date>${dayAt(removed + 3)}</E70_removal_transaction_date>
     <E71_removal_environment>1</E71_removal_environment>
     <E3_local_agency>240${String(1 + 2 * random(24)).padStart(2, '0')}</E3_local_agency>
     <E77_neglect>1</E77_neglect>
     <E112_E146_living_arrangements>
${arrangements}     </E112_E146_living_arrangements>
     <E147_E148_permanency_plans></E147_E148_permanency_plans>
     <E151_E152_case_worker_visits>
${visits}     </E151_E152_case_worker_visits>
     <E153_exit_date>${isOut ? dayAt(out) : ''}</E153_exit_date>
     <E154_exit_transaction_date>${isOut ? dayAt(out + 5) : ''}</E154_exit_transaction_date>
     <E155_exit_reason>${isOut ? 1 + random(5) : 9}</E155_exit_reason>
    </removal_2020>
`;
};

const races = [
  'E13_child_race_american_indian_alaska_native',
  'E14_child_race_asian',
  'E15_child_race_black',
  'E16_child_race_native_hawaiian_pacific_islander',
  'E17_child_race_white',
  'E18_child_race_unknown',
  'E19_child_race_abandoned',
  'E20_child_race_declined',
];

const recordOf = (child: number, random: Random): string => {
  const race = random(5);
  const flags = races.map((tag, index) => `   <${tag}>${Number(index === race)}</${tag}>\n`).join('');
  return `  <record>
   <E4_child_record_number>K${String(child).padStart(9, '0')}</E4_child_record_number>
   <E5_date_of_birth>${births[random(births.length)]}</E5_date_of_birth>
   <E6_sex>${1 + random(2)}</E6_sex>
${flags}   <E21_child_hispanic_latino>${random(2)}</E21_child_hispanic_latino>
   <E69_E186_removals>
${removalOf(random)}   </E69_E186_removals>
  </record>
`;
};

function* fileOf(children: number): Generator<string> {
  const random = newRandom(20_240_930);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<acf:data xmlns:acf="http://www.acf.hhs.gov">
 <E1_title_iv_agency>24</E1_title_iv_agency>
 <E2_report_date>202409</E2_report_date>
 <records>
`;
  const batch = 500;
  for (let first = 0; first < children; first += batch) {
    let text = '';
    for (let child = first; child < Math.min(first + batch, children); child += 1)
      text += recordOf(child, random);
    yield text;
  }
  yield ' </records>\n</acf:data>\n';
}

export const generateAfcars = (path: string, children: number): Promise<void> =>
  pipeline(Readable.from(fileOf(children)), createWriteStream(path, { mode: 0o600 }));
