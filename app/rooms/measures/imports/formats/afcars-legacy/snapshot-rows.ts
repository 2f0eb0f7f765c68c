/** One legacy record → the child, and its latest episode as it stood at the period's end. */
import type { Spool } from '../afcars-periods/spool.ts';
import { readYearFirst } from '../reading/compact-day.ts';
import { quotedField } from '../reading/spool-file.ts';
import {
  dischargeReasonByCode,
  hispanicByCode,
  raceFlags,
  settingCodes,
  sexByCode,
  trialHomeVisit,
} from './code-values.ts';
import { type Slot, slotOf } from './layout.ts';
import type { RuleName } from './rules.ts';

export type Report = (
  rule: RuleName,
  line: number,
  element: string | null,
  value: string | null,
  childId?: string,
) => void;

export interface SnapshotContext {
  readonly spool: Spool;
  readonly report: Report;
  readonly periodEnd: string;
}

/** One line with what is needed to read and report on it. */
interface Snapshot extends SnapshotContext {
  readonly line: string;
  readonly number: number;
}

const slots = {
  county: slotOf('3'),
  childId: slotOf('4'),
  birth: slotOf('6'),
  sex: slotOf('7'),
  races: ['8a', '8b', '8c', '8d', '8e'].map(slotOf),
  raceUnknown: slotOf('8f'),
  hispanic: slotOf('9'),
  firstRemoval: slotOf('18'),
  totalRemovals: slotOf('19'),
  lastDischarge: slotOf('20'),
  removal: slotOf('21'),
  removalRecorded: slotOf('22'),
  settingSince: slotOf('23'),
  settings: slotOf('24'),
  setting: slotOf('41'),
  discharge: slotOf('56'),
  dischargeRecorded: slotOf('57'),
  dischargeReason: slotOf('58'),
};

const textAt = ({ line }: Snapshot, { start, end }: Slot): string => line.slice(start, end).trim();

const tell = (snapshot: Snapshot, rule: RuleName, { element }: Slot, value: string): void =>
  snapshot.report(rule, snapshot.number, element, value);

/** A date that may be blank; eight zeros are blank too. */
const dayAt = (snapshot: Snapshot, slot: Slot): string => {
  const raw = textAt(snapshot, slot);
  if (raw === '' || raw === '00000000') return '';
  const day = readYearFirst(raw) ?? '';
  if (day === '') tell(snapshot, 'date-unreadable', slot, raw);
  else if (day > snapshot.periodEnd) tell(snapshot, 'after-period', slot, raw);
  return day;
};

const codeAt = (snapshot: Snapshot, slot: Slot, codes: ReadonlyMap<string, string>): string => {
  const raw = textAt(snapshot, slot);
  if (raw === '') return '';
  const value = codes.get(raw);
  if (value === undefined) tell(snapshot, 'code-unknown', slot, raw);
  return value ?? '';
};

const numberAt = (snapshot: Snapshot, slot: Slot): string => {
  const raw = textAt(snapshot, slot);
  if (raw === '' || /^0+$/.test(raw)) return '';
  if (/^\d+$/.test(raw)) return raw;
  tell(snapshot, 'number-unreadable', slot, raw);
  return '';
};

const countyAt = (snapshot: Snapshot): string => {
  const raw = textAt(snapshot, slots.county);
  if (raw === '' || /^\d{5}$/.test(raw)) return raw === '00000' ? '' : raw;
  tell(snapshot, 'county-unreadable', slots.county, raw);
  return '';
};

/** Where race could not be determined (8f), a 0 is not a "no" but "not said". */
const racesOf = (snapshot: Snapshot): string => {
  const isUnsaid = textAt(snapshot, slots.raceUnknown) === '1';
  return slots.races
    .map((slot) => codeAt(snapshot, slot, raceFlags))
    .map((flag) => (isUnsaid && flag === '0' ? '' : flag))
    .join('|');
};

interface Discharge {
  readonly on: string;
  readonly reason: string;
}

const noReason: ReadonlySet<string> = new Set(['', '0']);

const dischargeOf = (snapshot: Snapshot, removedOn: string): Discharge | null => {
  const raw = textAt(snapshot, slots.discharge);
  const on = raw === '00000000' ? null : readYearFirst(raw);
  if (on === undefined) {
    tell(snapshot, 'discharge-date-unreadable', slots.discharge, raw);
    return null;
  }
  const code = textAt(snapshot, slots.dischargeReason);
  const reason = noReason.has(code) ? '' : codeAt(snapshot, slots.dischargeReason, dischargeReasonByCode);
  if (on === null) {
    if (reason !== '') tell(snapshot, 'discharge-reason-without-date', slots.dischargeReason, code);
    return { on: '', reason };
  }
  if (on <= removedOn) tell(snapshot, 'discharge-not-after-removal', slots.discharge, raw);
  if (on > snapshot.periodEnd) tell(snapshot, 'after-period', slots.discharge, raw);
  if (noReason.has(code)) tell(snapshot, 'discharge-reason-missing', slots.dischargeReason, code);
  return { on, reason };
};

/** Start of the trial home visit, when that is the setting the record shows. */
const trialHomeVisitFrom = (snapshot: Snapshot): string => {
  const code = textAt(snapshot, slots.setting);
  if (code !== '' && code !== '0' && !settingCodes.has(code))
    tell(snapshot, 'code-unknown', slots.setting, code);
  const since = dayAt(snapshot, slots.settingSince);
  return code === trialHomeVisit ? since : '';
};

const addEpisode = (snapshot: Snapshot, recordNo: number, removedOn: string, discharge: Discharge): void => {
  const recorded = [slots.removalRecorded, slots.dischargeRecorded].map((slot) => {
    const raw = textAt(snapshot, slot);
    const day = raw === '00000000' ? null : readYearFirst(raw);
    if (day === undefined) tell(snapshot, 'date-unreadable', slot, raw);
    return day ?? '';
  });
  const settings = numberAt(snapshot, slots.settings);
  const fields = [
    recordNo,
    'snapshot',
    removedOn,
    discharge.on,
    discharge.reason,
    countyAt(snapshot),
    ...recorded,
    settings,
    trialHomeVisitFrom(snapshot),
    dayAt(snapshot, slots.firstRemoval),
    numberAt(snapshot, slots.totalRemovals),
    dayAt(snapshot, slots.lastDischarge),
    settings === '' ? 0 : 1,
  ];
  snapshot.spool.removals.add(fields.join('|'));
};

const addChild = (snapshot: Snapshot, recordNo: number, childId: string, birth: string): void => {
  const sex = codeAt(snapshot, slots.sex, sexByCode);
  const hispanic = codeAt(snapshot, slots.hispanic, hispanicByCode);
  const fields = [recordNo, snapshot.number, quotedField(childId), birth, sex, racesOf(snapshot), hispanic];
  snapshot.spool.children.add(fields.join('|'));
};

/** Writes the rows of one record. Without a number it is left out; without a readable removal or discharge, its episode is. */
export const addSnapshot = (
  line: string,
  number: number,
  recordNo: number,
  context: SnapshotContext,
): void => {
  const unnamed: Snapshot = { ...context, line, number };
  const childId = textAt(unnamed, slots.childId);
  if (childId === '') {
    tell(unnamed, 'record-number-unreadable', slots.childId, childId);
    return;
  }
  const report: Report = (rule, at, element, value) => context.report(rule, at, element, value, childId);
  const snapshot: Snapshot = { ...unnamed, report };
  const birth = dayAt(snapshot, slots.birth);
  addChild(snapshot, recordNo, childId, birth);
  const rawRemoval = textAt(snapshot, slots.removal);
  const removedOn = readYearFirst(rawRemoval);
  if (removedOn === undefined || removedOn === null) {
    tell(snapshot, 'removal-date-unreadable', slots.removal, rawRemoval);
    return;
  }
  if (birth !== '' && removedOn < birth) tell(snapshot, 'birth-after-removal', slots.removal, rawRemoval);
  if (removedOn > snapshot.periodEnd) tell(snapshot, 'after-period', slots.removal, rawRemoval);
  const discharge = dischargeOf(snapshot, removedOn);
  if (discharge !== null) addEpisode(snapshot, recordNo, removedOn, discharge);
};
