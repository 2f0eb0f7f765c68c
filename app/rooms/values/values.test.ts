import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorAs } from '../../../tests/support/actor.ts';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { auditPolicy } from '../../commons/audit/policy.ts';
import { listAudit } from '../../commons/audit/reads.ts';
import type { Place } from '../../commons/permissions/place.ts';
import type { Role } from '../../commons/permissions/role.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { transactIn } from '../../commons/permissions/transact-in.ts';
import type { ValueWords } from './forms.ts';
import { valuesPolicy } from './policy.ts';
import { getValue, getValueRecord, listValues, valuesInForce } from './reads.ts';
import { agencyValues, agencyValueVersions } from './tables.ts';
import {
  addValue,
  ensureValue,
  orderValues,
  publishValue,
  retireValue,
  rewordValue,
  shareValue,
  stopSharingValue,
  tieMeasure,
  untieMeasure,
} from './writes.ts';

const changeAt = (place: Place) => scopeFor(actorAs('leader', place), valuesPolicy['values.change']);
const readAs = (role: Role, place: Place = 'state') =>
  scopeFor(actorAs(role, place), valuesPolicy['values.read']);
const state = changeAt('state');
const alder = changeAt('county:Alder');
const analyst = readAs('analyst');

const home: ValueWords = {
  statement: 'We want children home with their families.',
  why: 'Children grow best where they belong.',
  wouldSee: 'More children return to a permanent family within a year.',
  ownerRole: 'Director of permanency',
  askedGroups: ['parents', 'youth'],
  askedWhen: 'Spring 2026',
};
const story = (id: string, statement: string, place: Place = 'state') => ({
  id,
  place,
  versions: [{ words: { ...home, statement }, madeAs: 'leader', saidOn: '2024-01-01' }],
  measures: ['S2', 'S1'],
});

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await ensureValue(database, state, story('safe', 'We want children safe.'));
  await ensureValue(database, state, story('heard', 'We want families heard.'));
});
afterAll(() => database.close());

const eventsOf = async (subject: string): Promise<string[]> =>
  (await listAudit(database, scopeFor(actorAs('administrator'), auditPolicy['audit.read']), { subject }))
    .map(({ event }) => event)
    .toSorted();

const orderNow = async (): Promise<string[]> =>
  (await listValues(database, analyst, { place: 'state' })).map(({ id }) => id);

test('from draft to current to retired, each step on record, and readable to the end', async () => {
  const id = await addValue(database, state, 'state', home);
  expect(id).toBe('we-want-children-home-with-their');
  expect(await orderNow()).toEqual(['safe', 'heard']);
  await publishValue(database, state, id);
  expect(await orderNow()).toEqual(['safe', 'heard', id]);
  await expect(publishValue(database, state, id)).rejects.toThrow('no draft');
  await expect(retireValue(database, state, id, ' ')).rejects.toThrow('Say why');
  await retireValue(database, state, id, 'Two values said the same.');
  expect(await orderNow()).toEqual(['safe', 'heard']);
  expect(await getValue(database, analyst, id)).toMatchObject({
    ...home,
    state: 'retired',
    retiredWhy: 'Two values said the same.',
  });
  await expect(rewordValue(database, state, id, { words: home, why: 'Again', seen: 1 })).rejects.toThrow(
    'retired',
  );
  expect(await eventsOf(`value:${id}`)).toEqual(['value-added', 'value-made-current', 'value-retired']);
});

test('other words are a new version: the older stay, with who and why', async () => {
  const words = { ...home, statement: 'We want every child safe.' };
  await expect(rewordValue(database, state, 'safe', { words, why: '', seen: 1 })).rejects.toThrow('why');
  expect(await rewordValue(database, state, 'safe', { words, why: 'Youth asked.', seen: 1 })).toBe(2);
  const { value, versions } = await getValueRecord(database, analyst, 'safe');
  expect(value).toMatchObject({ statement: words.statement, version: 2, measures: ['S2', 'S1'] });
  expect(
    versions.map(({ version, statement, changeWhy, madeAs }) => [version, statement, changeWhy, madeAs]),
  ).toEqual([
    [2, 'We want every child safe.', 'Youth asked.', 'leader'],
    [1, 'We want children safe.', '', 'leader'],
  ]);
});

test('of two who write at once the second is told, and nothing of the first is lost', async () => {
  const write = (statement: string) =>
    rewordValue(database, state, 'heard', { words: { ...home, statement }, why: 'Clearer.', seen: 1 });
  const outcomes = await Promise.allSettled([write('We want families heard early.'), write('We listen.')]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const { versions } = await getValueRecord(database, analyst, 'heard');
  expect(versions).toHaveLength(2);
});

test('the order changes whole or not at all, and never over another’s', async () => {
  const seen = ['safe', 'heard'];
  await orderValues(database, state, 'state', { ids: ['heard', 'safe'], seen });
  expect(await orderNow()).toEqual(['heard', 'safe']);
  const late = orderValues(database, state, 'state', { ids: ['safe', 'heard'], seen });
  await expect(late).rejects.toThrow('Somebody else');
  const twice = orderValues(database, state, 'state', { ids: ['safe', 'safe'], seen: ['heard', 'safe'] });
  await expect(twice).rejects.toThrow('each value once');
  expect(await orderNow()).toEqual(['heard', 'safe']);
  expect(await eventsOf('values:state')).toEqual(['values-ordered']);
});

test('a taken name gets letters of its own; what is there stays as people left it', async () => {
  const [first, second] = [
    await addValue(database, state, 'state', { ...home, statement: 'We want rest.' }),
    await addValue(database, state, 'state', { ...home, statement: 'We want rest.' }),
  ];
  expect([first, second]).toEqual(['we-want-rest', expect.stringMatching(/^we-want-rest-[0-9a-f]{6}$/)]);
  expect(await ensureValue(database, state, story('safe', 'Other words.'))).toBe(false);
  await expect(addValue(database, state, 'state', { ...home, why: ' ' })).rejects.toThrow('why it matters');
});

test('measures are tied and untied, each on record', async () => {
  await untieMeasure(database, state, 'safe', 'S2');
  await tieMeasure(database, state, 'safe', 'P1');
  expect((await getValue(database, analyst, 'safe')).measures).toEqual(['S1', 'P1']);
  expect(await eventsOf('value:safe')).toContain('unlinked');
  await expect(tieMeasure(database, alder, 'safe', 'P2')).rejects.toThrow('may change');
});

test('a county has values of its own; who has none works by the state’s', async () => {
  await ensureValue(database, alder, story('alder-first', 'We want children with kin.', 'county:Alder'));
  const inForce = async (role: Role, place: Place) => {
    const { from, values } = await valuesInForce(database, readAs(role, place), place);
    return [from, values.map(({ id }) => id)];
  };
  expect(await inForce('frontline', 'unit:Alder/Alder 2')).toEqual(['county:Alder', ['alder-first']]);
  expect(await inForce('leader', 'county:Birch')).toEqual(['state', ['heard', 'safe']]);
  expect(await inForce('nation', 'nation:Blue Sedge Nation')).toEqual(['state', ['heard', 'safe']]);
});

const readers: readonly (readonly [Role, Place])[] = [
  ['leader', 'county:Alder'],
  ['frontline', 'unit:Alder/Alder 2'],
  ['leader', 'county:Birch'],
  ['administrator', 'state'],
  ['nation', 'nation:Blue Sedge Nation'],
];

const guests: readonly (readonly [Role, Place])[] = [
  ['partner', 'partner:Council'],
  ['observer', 'state'],
];

/** As the application's role, past every read of the room. */
const rowsSeen = async (id: string): Promise<number[]> => {
  const seen: number[] = [];
  for (const [role, place] of [...readers, ...guests]) {
    const action = guests.some(([guest]) => guest === role) ? 'values.see-shared' : 'values.read';
    const scope = scopeFor(actorAs(role, place), valuesPolicy[action]);
    const [heads, versions] = await transactIn(database, scope, async (tx) => [
      (await tx.select().from(agencyValues)).filter((row) => row.id === id).length,
      (await tx.select().from(agencyValueVersions)).filter((row) => row.valueId === id).length,
    ]);
    expect(heads).toBe(versions === 0 ? 0 : 1);
    seen.push(versions ?? 0);
  }
  return seen;
};

test('the database shows a county’s draft to the county alone, its value to its units, and to others what was shared', async () => {
  const id = await addValue(database, alder, 'county:Alder', { ...home, statement: 'We want quiet.' });
  await rewordValue(database, alder, id, { words: home, why: '', seen: 1 });
  //                                 county unit other state nation partner observer; numbers are versions seen
  expect(await rowsSeen(id)).toEqual([2, 0, 0, 0, 0, 0, 0]);
  await expect(shareValue(database, alder, id, 'public')).rejects.toThrow('draft is not shared');
  await publishValue(database, alder, id);
  expect(await rowsSeen(id)).toEqual([2, 1, 0, 0, 0, 0, 0]);
  await shareValue(database, alder, id, 'state');
  expect(await rowsSeen(id)).toEqual([2, 1, 0, 1, 0, 0, 0]);
  await shareValue(database, alder, id, 'public');
  expect(await rowsSeen(id)).toEqual([2, 1, 1, 1, 1, 1, 1]);
  await stopSharingValue(database, alder, id, 'public');
  await stopSharingValue(database, alder, id, 'state');
  expect(await rowsSeen(id)).toEqual([2, 1, 0, 0, 0, 0, 0]);
});

test('the state’s values are seen inside, its drafts where they are written', async () => {
  expect(await rowsSeen('safe')).toEqual([2, 2, 2, 2, 2, 0, 0]);
  expect(await rowsSeen('we-want-rest')).toEqual([0, 0, 0, 1, 0, 0, 0]);
});

test('nobody writes for another place, whatever their program says', async () => {
  const bold = transactIn(database, alder, (tx) =>
    tx.insert(agencyValues).values({ id: 'mine', place: 'county:Birch', state: 'draft', madeBy: 'x' }),
  );
  await expect(bold).rejects.toThrow(
    expect.objectContaining({ cause: expect.objectContaining({ code: '42501' }) }),
  );
  await transactIn(database, alder, (tx) => tx.update(agencyValues).set({ retiredWhy: 'Mine now.' }));
  expect((await getValue(database, analyst, 'safe')).retiredWhy).toBeNull();
  const rewritten = transactIn(database, state, (tx) =>
    tx.update(agencyValueVersions).set({ statement: 'Never said.' }),
  );
  await expect(rewritten).rejects.toThrow(
    expect.objectContaining({ cause: expect.objectContaining({ code: '42501' }) }),
  );
});

test('without a scope nothing is seen', async () => {
  for (const table of ['agency_values', 'agency_value_versions']) {
    const { rows } = await database.applicationPool.query(`select * from ${table}`);
    expect(rows).toEqual([]);
  }
});
