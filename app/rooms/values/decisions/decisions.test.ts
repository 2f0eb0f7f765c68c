import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorAs } from '../../../../tests/support/actor.ts';
import { type FreshDatabase, freshDatabase } from '../../../../tests/support/database.ts';
import { auditPolicy } from '../../../commons/audit/policy.ts';
import { listAudit } from '../../../commons/audit/reads.ts';
import type { Place } from '../../../commons/permissions/place.ts';
import type { Role } from '../../../commons/permissions/role.ts';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import type { DecisionForm } from './forms.ts';
import { decisionsPolicy } from './policy.ts';
import { flagsFor, getDecision, listDecisions, listDue, readHowWeDecide } from './reads.ts';
import {
  correctRecord,
  decide,
  discardDraft,
  draftDecision,
  lookAgain,
  reviseDraft,
  shareDecision,
  takeBackDecision,
} from './writes.ts';

const today = '2026-03-02';
const later = '2026-10-05';

const kin: DecisionForm = {
  statement: 'We search for kin on the day of removal.',
  level: 'supervisor',
  dropped: 'Within three days: children had moved twice by then.',
  voices: 'Four grandparents said nobody had called them.',
  decidedBy: 'Supervisors of the unit',
  wouldChangeOurMind: 'More moves in the first month.',
  serves: ['with-family'],
  tradesOff: [],
  expectation: { measure: 'H3', direction: 'up', size: 5, by: '2026-12-31', sure: 'likely' },
  revisitOn: '2026-09-30',
};

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const alder: Place = 'county:Alder';
const may = {
  read: (role: Role, place: Place) => scopeFor(actorAs(role, place), decisionsPolicy['decisions.read']),
  draft: (role: Role, place: Place) =>
    scopeFor(actorAs(role, place), decisionsPolicy['decisions.draft'], place),
  decide: (role: Role, place: Place) =>
    scopeFor(actorAs(role, place), decisionsPolicy['decisions.decide'], place),
  share: (role: Role, place: Place) =>
    scopeFor(actorAs(role, place), decisionsPolicy['decisions.share'], place),
};
const written = (over: Partial<DecisionForm> = {}) => ({
  form: { ...kin, ...over },
  consulted: [],
  recordNumbers: ['[A-Z]{2}[0-9]{6}'],
  isAboutARule: false,
});
const drafted = async (place: Place, over: Partial<DecisionForm> = {}, role: Role = 'leader') =>
  (
    await draftDecision(database, may.draft(role, place), {
      ...written(over),
      ...{ place, today, formKey: crypto.randomUUID() },
    })
  ).id;
const decided = async (place: Place, over: Partial<DecisionForm> = {}, role: Role = 'leader') => {
  const id = await drafted(place, over, role);
  await decide(database, may.decide(role, place), { id, revision: 1, today });
  return id;
};
const read = (id: string, role: Role = 'leader', place: Place = alder, on = today) =>
  getDecision(database, may.read(role, place), id, on);

test('a form sent twice is one decision, and says so where it was changed in between', async () => {
  const sent = { ...written(), place: alder, today, formKey: crypto.randomUUID() };
  const scope = may.draft('supervisor', alder);
  const [one, two] = await Promise.all([
    draftDecision(database, scope, sent),
    draftDecision(database, scope, sent),
  ]);
  expect(two.id).toBe(one.id);
  expect([one.isNew, two.isNew].toSorted()).toEqual([false, true]);
  const changed = { ...sent, ...written({ statement: 'We search for kin within a day.' }) };
  expect(await draftDecision(database, scope, changed)).toEqual({
    ...{ id: one.id, isNew: false, isDifferent: true },
  });
  expect((await read(one.id)).decision).toMatchObject({ ...kin, state: 'draft', place: alder });
});

test('two people who change one draft are told of each other; a draft that is not needed goes', async () => {
  const id = await drafted(alder);
  const scope = may.draft('analyst', alder);
  await reviseDraft(database, scope, { ...written({ dropped: '' }), id, revision: 1, today });
  await expect(reviseDraft(database, scope, { ...written(), id, revision: 1, today })).rejects.toThrow(
    'Somebody changed',
  );
  expect((await read(id)).decision).toMatchObject({ dropped: '', revision: 2 });
  await discardDraft(database, scope, { id, revision: 2, today });
  await expect(read(id)).rejects.toThrow('no such decision');
});

test('who may decide at which level, and only with a day to look again', async () => {
  const id = await drafted(alder);
  const at = { id, revision: 1, today };
  expect(() => may.decide('analyst', alder)).toThrow('You may not decide');
  await expect(decide(database, may.decide('frontline', alder), at)).rejects.toThrow('at the level');
  await decide(database, may.decide('supervisor', alder), at);
  await decide(database, may.decide('supervisor', alder), at);
  expect((await read(id)).decision).toMatchObject({
    state: 'decided',
    decidedOn: today,
    dueOn: kin.revisitOn,
  });
  await expect(
    reviseDraft(database, may.draft('leader', alder), { ...written(), id, revision: 2, today }),
  ).rejects.toThrow('stays as it is');
  const dayless = await drafted(alder, { revisitOn: null });
  await expect(decide(database, may.decide('leader', alder), { ...at, id: dayless })).rejects.toThrow(
    'a day',
  );
});

test('on its day it is due; kept it waits again, corrected it makes a draft that follows', async () => {
  const id = await decided(alder);
  const leader = may.decide('leader', alder);
  const dueIds = async () => (await listDue(database, may.read('leader', alder), later)).map((one) => one.id);
  expect((await read(id)).decision.standing).toBe('decided');
  expect((await read(id, 'leader', alder, later)).decision.standing).toBe('due');
  expect(await dueIds()).toContain(id);
  const kept = { outcome: 'kept', learned: 'It holds.', nextOn: '2027-01-31' } as const;
  expect(await lookAgain(database, leader, { id, form: kept, seen: null, today: later })).toBeNull();
  expect(await dueIds()).not.toContain(id);
  const corrected = { outcome: 'corrected', learned: 'A day is too short.', nextOn: null } as const;
  const next = await lookAgain(database, leader, { id, form: corrected, seen: null, today: '2027-02-01' });
  const card = await read(id, 'leader', alder, '2027-02-01');
  expect(card.decision).toMatchObject({ ...kin, state: 'corrected', learned: 'A day is too short.' });
  expect(card.revisits.map(({ outcome, dueOn }) => [outcome, dueOn])).toEqual([
    ['kept', kin.revisitOn],
    ['corrected', '2027-01-31'],
  ]);
  expect(card.followedBy).toMatchObject({ id: next, state: 'draft', follows: { id, as: 'correction' } });
  expect(card.followedBy?.expectation).toBeNull();
});

test('what was written wrongly is corrected by a version that names it; the original stays', async () => {
  const id = await decided(alder);
  const version = await correctRecord(database, may.draft('leader', alder), id, today);
  expect(await correctRecord(database, may.draft('leader', alder), id, today)).toBe(version);
  expect((await read(id)).decision.state).toBe('decided');
  const scope = may.draft('leader', alder);
  const right = {
    ...written({ statement: 'We search for kin by nightfall.' }),
    id: version,
    revision: 1,
    today,
  };
  await reviseDraft(database, scope, right);
  await decide(database, may.decide('leader', alder), { id: version, revision: 2, today });
  expect((await read(id)).decision).toMatchObject({ state: 'replaced', statement: kin.statement });
  expect((await read(version)).follows?.id).toBe(id);
});

test('never about one family', async () => {
  await expect(drafted(alder, { voices: 'Spoke with AB123456.' })).rejects.toThrow('record number');
  await expect(drafted(alder, { dropped: 'Moving J.S., 7, again.' })).rejects.toThrow('one family');
  const told = { ...written({ dropped: 'Moving J.S., 7, again.' }), isAboutARule: true };
  const sent = { ...told, place: alder, today, formKey: crypto.randomUUID() };
  expect((await draftDecision(database, may.draft('leader', alder), sent)).isNew).toBe(true);
});

test('who sees what: drafts at their place, the state’s decisions all staff, the rest where it is shared', async () => {
  const draft = await drafted(alder, { statement: 'A draft of Alder for its county.' });
  const own = await decided(alder, { statement: 'A decision of Alder for its county.' });
  const unit = await decided(
    'unit:Alder/Alder 2',
    { statement: 'A decision of a unit in Alder.' },
    'supervisor',
  );
  const state = await decided('state', { statement: 'A decision of the whole state.' });
  const stateDraft = await drafted('state', { statement: 'A draft of the whole state.' });
  const seen = async (role: Role, place: Place) => {
    const { decisions } = await listDecisions(database, may.read(role, place), {}, { today });
    return [draft, own, unit, state, stateDraft].map((id) => decisions.some((one) => one.id === id));
  };
  expect(await seen('analyst', alder)).toEqual([true, true, true, true, false]);
  expect(await seen('frontline', 'unit:Alder/Alder 2')).toEqual([false, true, true, true, false]);
  expect(await seen('leader', 'county:Birch')).toEqual([false, false, false, true, false]);
  expect(await seen('leader', 'state')).toEqual([false, false, false, true, true]);
  expect(await seen('partner', 'partner:Council')).toEqual([false, false, false, false, false]);

  const sharer = may.share('leader', alder);
  await expect(shareDecision(database, sharer, { id: draft, audience: 'state', today })).rejects.toThrow(
    'draft',
  );
  await shareDecision(database, sharer, { id: own, audience: 'state', today });
  await shareDecision(database, sharer, { id: own, audience: 'partners', today });
  expect(await seen('leader', 'state')).toEqual([false, true, false, true, true]);
  expect(await seen('partner', 'partner:Council')).toEqual([false, true, false, false, false]);
  expect(await seen('leader', 'county:Birch')).toEqual([false, false, false, true, false]);
  await takeBackDecision(database, sharer, { id: own, audience: 'partners' });
  expect(await seen('partner', 'partner:Council')).toEqual([false, false, false, false, false]);
});

test('found by its words, the best match first, and by level, value, measure and state', async () => {
  const place: Place = 'county:Cedar';
  const courts = await decided(place, {
    statement: 'Hearings are set before the family leaves the courtroom.',
    level: 'court',
    serves: ['short-stays'],
    expectation: null,
  });
  const visits = await decided(place, {
    statement: 'Visits happen at home.',
    dropped: 'Hearings by telephone.',
  });
  const found = async (filters: Parameters<typeof listDecisions>[2]) =>
    (
      await listDecisions(database, may.read('leader', place), { place, ...filters }, { today })
    ).decisions.map(({ id }) => id);
  expect(await found({ words: 'hearing' })).toEqual([courts, visits]);
  expect(await found({ words: 'hearing -telephone' })).toEqual([courts]);
  expect(await found({ words: '"" & | !' })).toEqual([]);
  expect(await found({ level: 'court' })).toEqual([courts]);
  expect(await found({ value: 'with-family' })).toEqual([visits]);
  expect(await found({ measure: 'H3' })).toEqual([visits]);
  expect(await found({ standing: 'due' })).toEqual([]);
  const flags = await flagsFor(database, may.read('leader', place), [place], 'H3');
  expect(flags).toMatchObject([{ id: visits, on: today, number: 1, label: 'Visits happen at home.' }]);
  expect(await readHowWeDecide(database, may.read('leader', place), today, place)).toMatchObject({
    decisions: 2,
    expectation: { count: 1, of: 2 },
    voices: { count: 2, of: 2 },
    data: { count: 0, of: 2 },
  });
});

test('every change is on record', async () => {
  const id = await decided(alder);
  const scope = scopeFor(actorAs('administrator'), auditPolicy['audit.read']);
  const events = (await listAudit(database, scope, { subject: `decision:${id}` })).map(({ event }) => event);
  expect(events.toSorted()).toEqual(['decision-drafted', 'decision-made', 'linked', 'linked']);
});

/** SQL as the application's own role, with the settings of somebody: what the program does not ask. */
const asRole = (role: Role, place: Place, statement: string, values: unknown[] = []) =>
  database.applicationPool.connect().then(async (client) => {
    try {
      await client.query('begin');
      for (const [name, value] of [
        ['roles', role],
        ['places', place],
        ['actor_id', 'u-1'],
        ['reach', 'own'],
      ])
        await client.query('select set_config($1, $2, true)', [`midcourse.${name}`, value]);
      const result = await client.query(statement, values);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  });

test('the database itself: no draft of another county, no decision at a level that is not theirs', async () => {
  const id = await drafted(alder, { level: 'executive' });
  expect(
    (await asRole('leader', 'county:Birch', 'select * from decisions where id = $1', [id])).rows,
  ).toEqual([]);
  expect((await database.applicationPool.query('select * from decisions')).rows).toEqual([]);
  const decideIt = `update decisions set state = 'decided', decided_on = '2026-03-02', due_on = revisit_on where id = $1`;
  for (const role of ['supervisor', 'analyst'] as const)
    await expect(asRole(role, alder, decideIt, [id])).rejects.toThrow('row-level security');
  expect((await asRole('leader', 'county:Birch', decideIt, [id])).rowCount).toBe(0);
  expect((await asRole('leader', alder, decideIt, [id])).rowCount).toBe(1);
});

const tampering: readonly [string, RegExp][] = [
  [`update decisions set expected_size = 1 where id = $1`, /locked/],
  [`update decisions set expected_by = '2030-01-01' where id = $1`, /locked/],
  [`update decisions set statement = 'Something else was decided.' where id = $1`, /locked/],
  [`update decisions set consulted = '[{"value": 1}]' where id = $1`, /locked/],
  [`update decisions set decided_on = '2020-01-01' where id = $1`, /locked/],
  [`update decisions set place = 'state' where id = $1`, /comes from/],
  [`update decisions set state = 'draft' where id = $1`, /revisit or a new version/],
  [`update decisions set state = 'kept' where id = $1`, /revisit or a new version/],
  [`update decisions set state = 'replaced', due_on = null where id = $1`, /revisit or a new version/],
  [`update decisions set due_on = '2031-01-01' where id = $1`, /revisit or a new version/],
];

test.each(tampering)('what was decided is locked, by the database: %s', async (statement, why) => {
  const id = await decided(alder);
  await expect(asRole('leader', alder, statement, [id])).rejects.toThrow(why);
  await expect(database.owner.query(statement, [id]), 'the owner of the tables too').rejects.toThrow(why);
});

test('nothing decided is deleted, and no revisit changed', async () => {
  const id = await decided(alder);
  const form = { outcome: 'kept', learned: 'It holds.', nextOn: null } as const;
  await lookAgain(database, may.decide('leader', alder), { id, form, seen: null, today: later });
  expect((await asRole('leader', alder, 'delete from decisions where id = $1', [id])).rowCount).toBe(0);
  await expect(database.owner.query('delete from decision_revisits')).rejects.toThrow('append-only');
  await expect(asRole('leader', alder, `update decision_revisits set learned = 'x'`)).rejects.toThrow();
});
