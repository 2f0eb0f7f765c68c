/** One child's record → rows of the spool, and what is wrong with them. Blank stays blank: nothing is defaulted. */

import type { Spool } from '../afcars-periods/spool.ts';
import { readYearFirst } from '../reading/compact-day.ts';
import { quotedField } from '../reading/spool-file.ts';
import { hispanicByCode, sexByCode, visitLocationByCode } from './code-values.ts';
import { recordFields as fields, places, tagNames, visitFields } from './elements.ts';
import type { Group, RecordGroup } from './record-reader.ts';
import { addRemovals } from './removal-rows.ts';
import type { Report } from './rules.ts';

export interface RowContext {
  readonly spool: Spool;
  readonly report: Report;
  readonly periodEnd: string;
}

const recordTags = tagNames(places.record);
const visitTags = tagNames(places.visit);
// biome-ignore lint/suspicious/noControlCharactersInRegex: an id with a line break or a NUL is no id
const unusable = /[\u0000-\u001f\u007f]/;

/** A date that may be blank: unreadable ones are reported and taken as blank; late ones are reported. */
export const optionalDay = (
  group: Group,
  field: number,
  element: string | undefined,
  { report, periodEnd }: RowContext,
): string => {
  const raw = group.values[field] ?? '';
  const day = readYearFirst(raw);
  const line = group.lines[field] ?? null;
  if (day === undefined) report('date-unreadable', line, element ?? null, raw);
  else if (day !== null && day > periodEnd) report('after-period', line, element ?? null, raw);
  return day ?? '';
};

const coded = <T>(
  record: RecordGroup,
  field: number,
  codes: ReadonlyMap<string, T>,
  report: Report,
): T | null => {
  const raw = record.values[field] ?? '';
  if (raw === '') return null;
  const value = codes.get(raw);
  if (value === undefined)
    report('code-unknown', record.lines[field] ?? null, recordTags[field] ?? null, raw);
  return value ?? null;
};

const flags: ReadonlyMap<string, string> = new Map([
  ['0', '0'],
  ['1', '1'],
]);

const raceFields = [
  fields.americanIndianAlaskaNative,
  fields.asian,
  fields.black,
  fields.nativeHawaiianPacificIslander,
  fields.white,
];
const raceUnsaidFields = [fields.raceUnknown, fields.raceAbandoned, fields.raceDeclined];

/** Five flags. When race is unknown, abandoned or declined, a 0 is not a "no" but "not said". */
const races = (record: RecordGroup, report: Report): string => {
  const isUnsaid = raceUnsaidFields.some((field) => record.values[field] === '1');
  return raceFields
    .map((field) => coded(record, field, flags, report) ?? '')
    .map((flag) => (isUnsaid && flag === '0' ? '' : flag))
    .join('|');
};

const addChild = (record: RecordGroup, recordNo: number, childId: string, context: RowContext): string => {
  const birth = optionalDay(record, fields.birth, recordTags[fields.birth], context);
  const sex = coded(record, fields.sex, sexByCode, context.report) ?? '';
  const hispanic = coded(record, fields.hispanic, hispanicByCode, context.report);
  const ethnicity = hispanic === null ? '' : hispanic ? '1' : '0';
  context.spool.children.add(
    `${recordNo}|${record.line}|${quotedField(childId)}|${birth}|${sex}|${races(record, context.report)}|${ethnicity}`,
  );
  return birth;
};

const addVisit = (visit: Group, recordNo: number, seen: Set<string>, context: RowContext): void => {
  const raw = visit.values[visitFields.date] ?? '';
  const line = visit.lines[visitFields.date] || visit.line;
  const element = visitTags[visitFields.date] ?? null;
  const day = readYearFirst(raw);
  if (day === undefined || day === null) {
    context.report('visit-date-unreadable', line, element, raw);
    return;
  }
  if (day > context.periodEnd) context.report('after-period', line, element, raw);
  const code = visit.values[visitFields.location] ?? '';
  const location = visitLocationByCode.get(code) ?? '';
  if (location === '' && code !== '')
    context.report('code-unknown', line, visitTags[visitFields.location] ?? null, code);
  const row = `${recordNo}|${day}|${location}`;
  if (seen.has(row)) return;
  seen.add(row);
  context.spool.visits.add(row);
};

/** Writes the rows of one record. A record without a usable number is left out whole. */
export const addRecord = (record: RecordGroup, recordNo: number, given: RowContext): void => {
  const childId = record.values[fields.childId] ?? '';
  if (childId === '' || childId.length > 12 || unusable.test(childId)) {
    const line = record.lines[fields.childId] || record.line;
    given.report('record-number-unreadable', line, recordTags[fields.childId] ?? null, childId);
    return;
  }
  const report: Report = (rule, line, element, value) => given.report(rule, line, element, value, childId);
  const context = { ...given, report };
  const birth = addChild(record, recordNo, childId, context);
  addRemovals(record, recordNo, birth, context);
  const seen = new Set<string>();
  for (const removal of record.removals)
    for (const visit of removal.visits) addVisit(visit, recordNo, seen, context);
};
