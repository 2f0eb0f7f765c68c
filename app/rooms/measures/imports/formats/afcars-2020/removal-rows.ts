/** The removals of one record, with their living arrangements. */
import { readYearFirst } from '../reading/compact-day.ts';
import { addArrangements } from './arrangement-rows.ts';
import { exitReasonByCode } from './code-values.ts';
import { removalFields as fields, places, tagNames } from './elements.ts';
import type { RecordGroup, RemovalGroup } from './record-reader.ts';
import { optionalDay, type RowContext } from './record-rows.ts';

const removalTags = tagNames(places.removal2020, places.removal1993);
const tagOf = (field: number): string | null => removalTags[field] ?? null;
const fiveDigits = /^\d{5}$/;

/** Line of a field, or of the removal when the field is not there. */
const lineOf = (removal: RemovalGroup, field: number): number => removal.lines[field] || removal.line;

const countyOf = (removal: RemovalGroup, { report }: RowContext): string => {
  const raw = removal.values[fields.county] ?? '';
  if (raw === '' || fiveDigits.test(raw)) return raw;
  report('county-unreadable', lineOf(removal, fields.county), tagOf(fields.county), raw);
  return '';
};

/** The exit as it can be used, or null when its date cannot be read. */
const exitOf = (removal: RemovalGroup, removedOn: string, { report, periodEnd }: RowContext) => {
  const raw = removal.values[fields.exit] ?? '';
  const on = readYearFirst(raw);
  if (on === undefined) {
    report('exit-date-unreadable', lineOf(removal, fields.exit), tagOf(fields.exit), raw);
    return null;
  }
  const code = removal.values[fields.exitReason] ?? '';
  const reason = exitReasonByCode.get(code);
  const reasonLine = lineOf(removal, fields.exitReason);
  if (reason === undefined && code !== '') report('code-unknown', reasonLine, tagOf(fields.exitReason), code);
  if (on !== null && on <= removedOn)
    report('exit-not-after-removal', lineOf(removal, fields.exit), tagOf(fields.exit), raw);
  if (on !== null && on > periodEnd)
    report('after-period', lineOf(removal, fields.exit), tagOf(fields.exit), raw);
  if (on !== null && (code === '' || code === '9'))
    report('exit-reason-missing', reasonLine, tagOf(fields.exitReason), code);
  if (on === null && code !== '9')
    report(
      code === '' ? 'in-care-unsaid' : 'exit-reason-without-exit',
      reasonLine,
      tagOf(fields.exitReason),
      code,
    );
  return { on: on ?? '', reason: reason ?? '' };
};

const addRemoval = (
  removal: RemovalGroup,
  removedOn: string,
  recordNo: number,
  birth: string,
  context: RowContext,
): void => {
  const line = lineOf(removal, fields.removal);
  const raw = removal.values[fields.removal] ?? '';
  const exit = exitOf(removal, removedOn, context);
  if (exit === null) return;
  if (birth !== '' && removedOn < birth)
    context.report('birth-after-removal', line, tagOf(fields.removal), raw);
  if (removedOn > context.periodEnd) context.report('after-period', line, tagOf(fields.removal), raw);
  const is2020 = removal.place === places.removal2020;
  const recorded = is2020
    ? optionalDay(removal, fields.removalRecorded, removalTags[fields.removalRecorded], context)
    : '';
  const exitRecorded = is2020
    ? optionalDay(removal, fields.exitRecorded, removalTags[fields.exitRecorded], context)
    : '';
  const county = is2020 ? countyOf(removal, context) : '';
  const settings = addArrangements(removal, removedOn, recordNo, context);
  const seenAs = is2020 ? '2020' : '1993';
  context.spool.removals.add(
    `${recordNo}|${seenAs}|${removedOn}|${exit.on}|${exit.reason}|${county}|${recorded}|${exitRecorded}||||||${settings > 0 ? 1 : 0}`,
  );
};

export const addRemovals = (
  record: RecordGroup,
  recordNo: number,
  birth: string,
  context: RowContext,
): void => {
  const seen = new Set<string>();
  for (const removal of record.removals) {
    const raw = removal.values[fields.removal] ?? '';
    const removedOn = readYearFirst(raw);
    const line = lineOf(removal, fields.removal);
    if (removedOn === undefined || removedOn === null)
      context.report('removal-date-unreadable', line, tagOf(fields.removal), raw);
    else if (seen.has(removedOn)) context.report('removal-duplicated', line, tagOf(fields.removal), raw);
    else {
      seen.add(removedOn);
      addRemoval(removal, removedOn, recordNo, birth, context);
    }
  }
};
