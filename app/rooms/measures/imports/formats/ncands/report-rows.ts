/** One row of a Child File → one report of one child, with what the row says about the child. */
import { readMonthFirst } from '../reading/compact-day.ts';
import { quotedField, type SpoolFile } from '../reading/spool-file.ts';
import {
  dispositionByLevel,
  noCounty,
  sexByCode,
  unbornAge,
  unknownAge,
  withoutZeros,
  yesNoByCode,
} from './code-values.ts';
import type { NcandsField, NcandsRow } from './fields.ts';
import type { RuleName } from './rules.ts';

/** The columns of the spool, with DuckDB types. */
export const reportColumns = {
  line: 'INTEGER',
  sub_year: 'SMALLINT',
  report_id: 'VARCHAR',
  child_id: 'VARCHAR',
  report_date: 'DATE',
  disposition: 'VARCHAR',
  incident_date: 'DATE',
  disposition_date: 'DATE',
  afcars_id: 'VARCHAR',
  age_years: 'SMALLINT',
  maltreatment_death: 'BOOLEAN',
  unborn: 'BOOLEAN',
  county: 'VARCHAR',
  birth_date: 'DATE',
  sex: 'VARCHAR',
  american_indian_alaska_native: 'BOOLEAN',
  asian: 'BOOLEAN',
  black: 'BOOLEAN',
  native_hawaiian_pacific_islander: 'BOOLEAN',
  white: 'BOOLEAN',
  hispanic: 'BOOLEAN',
} as const;

export type Report = (
  rule: RuleName,
  line: number,
  field: NcandsField | null,
  value: string | null,
  row?: NcandsRow,
) => void;

interface Source {
  readonly row: NcandsRow;
  readonly line: number;
  readonly report: Report;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: an id with a line break or a NUL is no id
const usableId = /^[^\u0000-\u001f\u007f]{1,32}$/;

const day = ({ row, line, report }: Source, field: NcandsField): string => {
  const raw = row[field];
  const found = readMonthFirst(raw);
  if (found === undefined) report('date-unreadable', line, field, raw);
  return found ?? '';
};

const coded = (
  { row, line, report }: Source,
  field: NcandsField,
  codes: ReadonlyMap<string, string>,
): string => {
  const raw = row[field];
  if (raw === '') return '';
  const value = codes.get(withoutZeros(raw));
  if (value === undefined) report('code-unknown', line, field, raw);
  return value ?? '';
};

const levelFields = ['Mal1Lev', 'Mal2Lev', 'Mal3Lev', 'Mal4Lev'] as const;

/** The lowest level decides. */
const dispositionOf = ({ row, line, report }: Source): string => {
  let lowest = Number.POSITIVE_INFINITY;
  for (const field of levelFields) {
    const code = withoutZeros(row[field]);
    if (code === '') continue;
    if (dispositionByLevel.has(code)) lowest = Math.min(lowest, Number(code));
    else report('code-unknown', line, field, row[field]);
  }
  if (lowest === Number.POSITIVE_INFINITY) report('level-missing', line, 'Mal1Lev', null);
  return dispositionByLevel.get(String(lowest)) ?? 'other';
};

const ageOf = ({ row, line, report }: Source): { years: string; unborn: string } => {
  const age = withoutZeros(row.ChAge);
  if (age === unbornAge) return { years: '', unborn: '1' };
  if (age === '' || age === unknownAge) return { years: '', unborn: '0' };
  if (/^\d{1,2}$/.test(age)) return { years: age, unborn: '0' };
  report('age-unreadable', line, 'ChAge', row.ChAge);
  return { years: '', unborn: '0' };
};

/** County of the child; where it is blank, of the report. */
const countyOf = ({ row, line, report }: Source): string => {
  const field = noCounty.has(row.ChCnty) ? 'RptCnty' : 'ChCnty';
  const code = row[field];
  if (noCounty.has(code)) return '';
  if (/^\d{3}(\d\d)?$/.test(code)) return code;
  report('county-unreadable', line, field, code);
  return '';
};

const raceFields = ['ChRacAI', 'ChRacAs', 'ChRacBl', 'ChRacNH', 'ChRacWh'] as const;

const childFields = (source: Source): string[] => [
  day(source, 'ChBDate'),
  coded(source, 'ChSex', sexByCode),
  ...raceFields.map((field) => coded(source, field, yesNoByCode)),
  coded(source, 'CEthn', yesNoByCode),
];

/** Writes the row, or says why it is left out. */
export const addReport = (row: NcandsRow, line: number, spool: SpoolFile, report: Report): void => {
  const badId = usableId.test(row.RptID) ? (usableId.test(row.ChID) ? null : 'ChID') : 'RptID';
  if (badId !== null) {
    report('id-unreadable', line, badId, row[badId]);
    return;
  }
  const reportedOn = readMonthFirst(row.RptDt);
  if (reportedOn === undefined || reportedOn === null) {
    report('report-date-unreadable', line, 'RptDt', row.RptDt, row);
    return;
  }
  const source: Source = {
    ...{ row, line },
    report: (rule, at, field, value) => report(rule, at, field, value, row),
  };
  const age = ageOf(source);
  const fields = [
    line,
    row.SubYr,
    quotedField(row.RptID),
    quotedField(row.ChID),
    reportedOn,
    dispositionOf(source),
    day(source, 'IncidDt'),
    day(source, 'RptDisDt'),
    row.AFCARSID === '' ? '' : quotedField(row.AFCARSID),
    age.years,
    coded(source, 'MalDeath', yesNoByCode),
    age.unborn,
    countyOf(source),
    ...childFields(source),
  ];
  spool.add(fields.join('|'));
};
