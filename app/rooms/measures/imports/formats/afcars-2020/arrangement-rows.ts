/** The living arrangements of one removal. Rows that begin on the same day are one: the file repeats a home when only its flags change. */
import { readYearFirst } from '../reading/compact-day.ts';
import {
  awayLocation,
  awayTypes,
  familyHomeSetting,
  type Setting,
  settingByOtherType,
} from './code-values.ts';
import { arrangementFields as fields, places, tagNames } from './elements.ts';
import type { Group, RemovalGroup } from './record-reader.ts';
import type { RowContext } from './record-rows.ts';

const arrangementTags = tagNames(places.livingArrangement, places.familyHomeType);
const tagOf = (field: number): string | null => arrangementTags[field] ?? null;
const lineOf = (arrangement: Group, field: number): number => arrangement.lines[field] || arrangement.line;

const settingOf = ({ values }: Group): Setting | undefined =>
  values[fields.familyHome] === '1'
    ? familyHomeSetting(
        values[fields.relative] ?? '',
        values[fields.kin] ?? '',
        values[fields.preadoptive] ?? '',
      )
    : settingByOtherType.get(values[fields.otherType] ?? '');

const checkLocation = (arrangement: Group, { report }: RowContext): void => {
  const location = arrangement.values[fields.location] ?? '';
  const isAway = awayTypes.has(arrangement.values[fields.otherType] ?? '');
  if ((location === awayLocation) !== isAway)
    report('location-contradicts', lineOf(arrangement, fields.location), tagOf(fields.location), location);
};

/** Two rows of one day that are more than a change of flags. */
const isOtherHome = (one: Group, other: Group): boolean =>
  one.values[fields.familyHome] !== other.values[fields.familyHome] ||
  one.values[fields.otherType] !== other.values[fields.otherType];

/** Gives the number of rows written. */
export const addArrangements = (
  removal: RemovalGroup,
  removedOn: string,
  recordNo: number,
  context: RowContext,
): number => {
  const { report, periodEnd, spool } = context;
  const byDay = new Map<string, { arrangement: Group; setting: Setting }>();
  for (const arrangement of removal.arrangements) {
    const raw = arrangement.values[fields.start] ?? '';
    const line = lineOf(arrangement, fields.start);
    const day = readYearFirst(raw);
    if (day === undefined || day === null) {
      report('arrangement-date-unreadable', line, tagOf(fields.start), raw);
      continue;
    }
    if (day < removedOn) report('arrangement-before-removal', line, tagOf(fields.start), raw);
    if (day > periodEnd) report('after-period', line, tagOf(fields.start), raw);
    checkLocation(arrangement, context);
    const setting = settingOf(arrangement);
    if (setting === undefined) {
      const type = arrangement.values[fields.otherType] ?? '';
      report('setting-unreadable', lineOf(arrangement, fields.otherType), tagOf(fields.otherType), type);
      continue;
    }
    const before = byDay.get(day);
    if (before !== undefined && isOtherHome(before.arrangement, arrangement))
      report('arrangement-differs', line, tagOf(fields.start), raw);
    byDay.set(day, { arrangement, setting });
  }
  for (const [day, { setting }] of byDay) spool.placements.add(`${recordNo}|${removedOn}|${day}|${setting}`);
  return byDay.size;
};
