import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorAs } from '../../../../tests/support/actor.ts';
import { type FreshDatabase, freshDatabase } from '../../../../tests/support/database.ts';
import { auditPolicy } from '../../../commons/audit/policy.ts';
import { listAudit } from '../../../commons/audit/reads.ts';
import type { Place } from '../../../commons/permissions/place.ts';
import type { Role } from '../../../commons/permissions/role.ts';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import type { MarkForm } from './forms.ts';
import { marksPolicy } from './policy.ts';
import { getMark, listMarks, listPolicyChanges } from './reads.ts';
import { addMark, correctMark, withdrawMark } from './writes.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const change: MarkForm = {
  kind: 'policy',
  on: '2023-07-01',
  label: 'Alternative response',
  words: 'Reports of low risk are answered without a finding.',
  measures: ['S2', 'H5'],
  moves: ['S2'],
  source: 'HB 4012, section 3',
};
const note = (words: string): MarkForm => ({
  ...{ kind: 'note', on: '2025-02-10', label: '', words, measures: ['P1'], moves: [], source: '' },
});
const snow = note('The court of the county was closed for two weeks of snow.');

const mayChange = (role: Role, place: Place) =>
  scopeFor(actorAs(role, place), marksPolicy['marks.change'], place);
const mayRead = (role: Role, place: Place) => scopeFor(actorAs(role, place), marksPolicy['marks.read']);
const written = (form: MarkForm, place: Place) => ({
  ...{ form, place, formKey: crypto.randomUUID(), recordNumbers: ['[A-Z]{2}[0-9]{6}'], isAboutNobody: false },
});
const add = (role: Role, place: Place, form: MarkForm) =>
  addMark(database, mayChange(role, place), written(form, place));
const seenBy = async (role: Role, place: Place, id: string): Promise<boolean> =>
  (await listMarks(database, mayRead(role, place))).some((mark) => mark.id === id);

test('a note is seen at its place and its units, the state’s by all; a change of policy by whoever sees figures', async () => {
  const [ofAlder, ofState, policy] = [
    await add('leader', 'county:Alder', snow),
    await add('analyst', 'state', snow),
    await add('analyst', 'county:Alder', change),
  ];
  const readers: [Role, Place][] = [
    ['frontline', 'unit:Alder/Alder 2'],
    ['supervisor', 'county:Alder'],
    ['supervisor', 'county:Birch'],
    ['analyst', 'state'],
    ['nation', 'nation:Blue Sedge'],
  ];
  const seen = async (id: string) => {
    const all: boolean[] = [];
    for (const [role, place] of readers) all.push(await seenBy(role, place, id));
    return all;
  };
  expect(await seen(ofAlder)).toEqual([true, true, false, false, false]);
  expect(await seen(ofState)).toEqual([true, true, true, true, true]);
  expect(await seen(policy)).toEqual([true, true, true, true, true]);
});

test('a correction is another version, a withdrawal too; nothing said is removed', async () => {
  const scope = mayChange('analyst', 'state');
  const sent = written(change, 'state');
  const id = await addMark(database, scope, sent);
  expect(await addMark(database, scope, sent)).toBe(id);
  const later = { ...change, on: '2023-10-01' };
  await correctMark(database, scope, {
    ...sent,
    id,
    version: 1,
    form: later,
    why: 'The memo moved the day.',
  });
  const stale = correctMark(database, scope, { ...sent, id, version: 1, form: change, why: 'As before.' });
  await expect(stale).rejects.toThrow('Somebody changed this');
  const drawn = await listPolicyChanges(database);
  expect(drawn.find((one) => one.id === id)).toMatchObject({ on: '2023-10-01', moves: ['S2'], version: 2 });

  const withdrawal = {
    id,
    version: 2,
    why: 'It never came into force.',
    recordNumbers: [],
    isAboutNobody: false,
  };
  await withdrawMark(database, scope, withdrawal);
  expect((await listPolicyChanges(database)).some((one) => one.id === id)).toBe(false);
  const { mark, versions } = await getMark(database, mayRead('frontline', 'county:Birch'), id);
  expect(mark).toMatchObject({ isWithdrawn: true, changeWhy: 'It never came into force.' });
  expect(versions.map(({ on }) => on)).toEqual(['2023-07-01', '2023-10-01', '2023-10-01']);
  await expect(withdrawMark(database, scope, { ...withdrawal, version: 3 })).rejects.toThrow('withdrawn');
  const entries = await listAudit(
    database,
    scopeFor(actorAs('security_officer'), auditPolicy['audit.read']),
    {
      subject: `mark:${id}`,
    },
  );
  expect(entries.map(({ event }) => event)).toEqual([
    'chart-mark-withdrawn',
    'chart-mark-corrected',
    'chart-marked',
  ]);
});

test('never about one family: a record number is refused, other signs ask', async () => {
  await expect(add('leader', 'state', note('After AB123456 the unit met.'))).rejects.toThrow('record number');
  const family = written(note('The Miller family was in the news.'), 'state');
  const scope = mayChange('leader', 'state');
  await expect(addMark(database, scope, family)).rejects.toThrow('one family');
  expect(await addMark(database, scope, { ...family, isAboutNobody: true })).toMatch(/^[0-9a-f-]{36}$/);
});

test.each([
  ['a change that moves a chart it does not stand on', { ...change, moves: ['P1'] }, 'what it moves'],
  ['a change without a source', { ...change, source: '' }, 'where it can be read'],
  ['a note on two charts', { ...snow, measures: ['P1', 'P4'] }, 'one chart'],
  ['a day there is not', { ...snow, on: '2025-02-30' }, 'Give a day'],
] as [string, MarkForm, string][])('refused: %s', async (_, form, why) => {
  await expect(add('analyst', 'state', form)).rejects.toThrow(why);
});

test('nobody writes at another’s place, or changes what is another’s, whatever the program asks', async () => {
  const birch = mayChange('analyst', 'county:Birch');
  await expect(addMark(database, birch, written(snow, 'county:Alder'))).rejects.toThrow();
  const id = await add('analyst', 'county:Alder', change);
  const taken = { ...written(change, 'county:Alder'), id, version: 1, why: 'It is not ours.' };
  await expect(correctMark(database, birch, taken)).rejects.toThrow();
  await expect(database.owner.query('update measure_mark_versions set words = $1', ['x'])).rejects.toThrow();
});
