/** The clean package of the vectors as an agency's own system would give it: other names, other codes, other dates, other files. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vectorPath } from './vector-rows.ts';
import { type CellContent, writeWorkbook } from './workbook.ts';

type Row = Readonly<Record<string, string>>;

const packageRows = (table: string): Row[] => {
  const text = readFileSync(vectorPath(`package-2000/${table}.csv`), 'utf8');
  const [header = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
};

const monthFirst = (day = ''): string => day && `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`;
const dayFirst = (day = ''): string =>
  day && `${Number(day.slice(8))}.${Number(day.slice(5, 7))}.${day.slice(0, 4)}`;
const midnight = (day = ''): string => day && `${day} 00:00`;
const yesNo = (flag = ''): string => (flag === '' ? '' : flag === '1' ? 'Yes' : 'No');
const serial = (day = ''): string => day && String(Date.parse(day) / 86_400_000 + 25_569);

const raceNames: Readonly<Record<string, string>> = {
  american_indian_alaska_native: 'AI/AN',
  asian: 'Asian',
  black: 'Black/African American',
  native_hawaiian_pacific_islander: 'NHPI',
  white: 'White',
};

/** Our words for codes, and those of the system. Some of them no dictionary knows. */
export const systemWords: Readonly<Record<string, string>> = {
  reunification: 'Reunified',
  living_with_relative: 'Living with Other Relative(s)',
  adoption: 'Adoption Finalized',
  guardianship: 'Guardianship Granted',
  emancipation: 'Aged Out',
  transfer: 'Transfer to Another Agency',
  death: 'Deceased',
  foster_home_nonrelative: 'FH-REG',
  foster_home_relative: 'Relative Home',
  foster_home_kin: 'Fictive Kin',
  preadoptive_home: 'Pre-Adoptive Home',
  group_home: 'Group Home',
  shelter: 'Emergency Shelter',
  residential_treatment: 'RTC',
  institution: 'INST-7',
  supervised_independent_living: 'SIL',
  juvenile_justice: 'Detention',
  medical: 'Hospital',
  psychiatric_hospital: 'Psych Hospital',
  trial_home_visit: 'THV',
  respite: 'Respite Care',
  runaway: 'AWOL',
  substantiated: 'Founded',
  indicated: 'Reason to Suspect',
  unsubstantiated: 'Unfounded',
  closed_no_finding: 'Closed Without Finding',
  alternative_response_victim: 'AR - Victim',
  alternative_response_nonvictim: 'Family Assessment',
  residence: 'Home',
  other: 'Elsewhere',
};

const inSystem = (code = ''): string => systemWords[code] ?? code;

const quotedIfNeeded = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;

const delimited = (rows: readonly (readonly string[])[], delimiter: string): string =>
  `${rows.map((row) => row.map((cell) => quotedIfNeeded(cell, delimiter)).join(delimiter)).join('\r\n')}\r\n`;

/** Clients: semicolons, as a European Excel saves them in Windows letters; a title above; races in one column. */
const clients = (): Buffer => {
  const rows = packageRows('children').map((row) => {
    const raceColumns = Object.keys(raceNames);
    const named = raceColumns.filter((name) => row[name] === '1').map((name) => raceNames[name] ?? '');
    const isUnknown = raceColumns.every((name) => row[name] === '');
    const sex = { male: 'M', female: 'F' }[row.sex ?? ''] ?? '';
    const race = isUnknown ? '' : named.join(' & ');
    return [row.child_id ?? '', 'Zoë', dayFirst(row.birth_date), sex, race, yesNo(row.hispanic)];
  });
  const header = ['Client-ID', 'First name', 'DOB', 'Gender', 'Race', 'Hispanic/Latino'];
  const title = ['Extract of all clients', '', '', '', '', ''];
  return Buffer.from(delimited([title, header, ...rows], ';'), 'latin1');
};

const episodes = (): Buffer => {
  const rows = packageRows('removals').map((row) => [
    ...[row.child_id ?? '', monthFirst(row.removal_date), monthFirst(row.discharge_date)],
    ...[inSystem(row.discharge_reason), row.county ?? '', row.unit ?? '', row.sibling_group_id ?? ''],
    ...[monthFirst(row.removal_recorded_at), monthFirst(row.discharge_recorded_at)],
  ]);
  const header = ['Client ID', 'Date Removed', 'Exit Date', 'Exit Reason', 'Cnty', 'Office', 'Case ID'];
  const entered = ['Removal Entered On', 'Exit Entered On'];
  // As Excel saves "Unicode text": UTF-16 with tabs.
  return Buffer.from(`\uFEFF${delimited([[...header, ...entered], ...rows], '\t')}`, 'utf16le');
};

const reports = (): string => {
  const rows = packageRows('reports').map((row) => [
    ...[row.report_id ?? '', row.child_id ?? '', midnight(row.report_date), inSystem(row.disposition)],
    ...[midnight(row.incident_date), row.afcars_id ?? '', row.age_years ?? ''],
    ...[yesNo(row.maltreatment_death), yesNo(row.unborn), row.county ?? ''],
  ]);
  const header = [
    'Intake No',
    'Client ID',
    'Intake Date',
    'Finding',
    'Incident Date',
    'Foster Care ID',
    'Age',
  ];
  return `\uFEFF${delimited([[...header, 'Fatality', 'Unborn', 'County'], ...rows], ',')}`;
};

const placements = (): CellContent[][] => [
  ['Client ID', 'Date Removed', 'Placement Start', 'Placement Type', 'Resource ID'],
  ...packageRows('placements').map((row): CellContent[] => [
    ...[row.child_id ?? '', { day: row.removal_date ?? '' }, { day: row.start_date ?? '' }],
    ...[inSystem(row.setting), { formula: 'VLOOKUP(A1,B1,1)', result: row.provider_id ?? '' }],
  ]),
];

const visits = (): CellContent[][] => [
  ['Person ID', 'Contact Date', 'Contact Location'],
  ...packageRows('visits').map((row): CellContent[] => [
    ...[row.child_id ?? '', Number(serial(row.visit_date)), inSystem(row.location)],
  ]),
];

const investigations = (): CellContent[][] => [
  ['Intake No', 'Received On', 'Response Due', 'First Contact', 'Completed On', 'Completion Due'],
  ...packageRows('investigations').map((row): CellContent[] => [
    row.report_id ?? '',
    ...['received_at', 'due_at', 'first_contact_at', 'completed_at', 'completion_due_at'].map(
      (name): CellContent => (row[name] ? { day: row[name] } : null),
    ),
  ]),
];

const population = (): string => {
  const rows = packageRows('population').map((row) => [
    ...[row.county ?? '', row.year ?? '', row.age_group ?? '', row.race_ethnicity ?? '', row.children ?? ''],
  ]);
  return delimited(
    [['County', 'Census Year', 'Age Group', 'Race and Ethnicity', 'Child Population'], ...rows],
    '|',
  );
};

export const extractAsOf = '2024-09-30';

/** Writes the files and gives their paths: four text files, each in a form of its own, and a workbook of four sheets. */
export const writeAgencyExtract = async (folder: string): Promise<string[]> => {
  const texts: Readonly<Record<string, string | Buffer>> = {
    'clients.csv': clients(),
    'foster care episodes.txt': episodes(),
    'intakes.csv': reports(),
    'census.csv': population(),
  };
  for (const [name, content] of Object.entries(texts)) writeFileSync(join(folder, name), content);
  const workbook = await writeWorkbook(join(folder, 'worker log.xlsx'), {
    'Read me': [['This workbook is made every month.']],
    Placements: placements(),
    Contacts: visits(),
    Timeliness: investigations(),
  });
  return [...Object.keys(texts).map((name) => join(folder, name)), workbook];
};
