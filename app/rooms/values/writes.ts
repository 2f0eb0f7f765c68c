/** Writes values down, in other words, in another order. Each change and its audit entry happen together or not at all. */
import { randomBytes } from 'node:crypto';
import { and, asc, eq, isNotNull, max, sql } from 'drizzle-orm';
import { recordAudit } from '../../commons/audit/writes.ts';
import { thing } from '../../commons/links/thing.ts';
import { link, unlink } from '../../commons/links/writes.ts';
import type { Place } from '../../commons/permissions/place.ts';
import type { Scope } from '../../commons/permissions/scope.ts';
import { transactIn } from '../../commons/permissions/transact-in.ts';
import type { Audience } from '../../commons/sharing/audience.ts';
import { share, takeBack } from '../../commons/sharing/writes.ts';
import { todayOn } from '../../platform/clock.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/errors.ts';
import { checkedWords, shortNameOf, type ValueWords } from './forms.ts';
import { isSameSet } from './rules.ts';
import { agencyValues, agencyValueVersions, type ValueState } from './tables.ts';

type ChangeScope = Scope<'values.change'>;
type Head = typeof agencyValues.$inferSelect;

const subject = (id: string): string => `value:${id}`;

interface Said {
  readonly version: number;
  readonly words: ValueWords;
  readonly changeWhy?: string;
  readonly saidOn?: string;
  readonly madeAs?: string;
}

const say = async (
  tx: Transaction,
  scope: ChangeScope,
  valueId: string,
  { version, words, changeWhy = '', saidOn = todayOn(), madeAs = scope.roles.join(',') }: Said,
): Promise<void> => {
  const row = { valueId, version, changeWhy, saidOn, madeAs, madeBy: scope.actorId };
  await tx.insert(agencyValueVersions).values({ ...row, ...checkedWords(words) });
};

/** One at a time changes the order of a place, until the transaction ends. */
const holdOrder = async (tx: Transaction, place: Place): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`values at ${place}`}, 0))`);
};

const lastPosition = async (tx: Transaction, place: Place): Promise<number> => {
  const [row] = await tx
    .select({ last: max(agencyValues.position) })
    .from(agencyValues)
    .where(eq(agencyValues.place, place));
  return row?.last ?? 0;
};

/** The value, kept from others' changes until the transaction ends. Throws NotFound outside the scope's places. */
const hold = async (tx: Transaction, id: string): Promise<Head & { place: Place }> => {
  const [head] = await tx.select().from(agencyValues).where(eq(agencyValues.id, id)).for('update');
  if (!head) throw new NotFound('There is no value at this address that you may change.');
  return { ...head, place: head.place as Place };
};

const mustBe = ({ state }: Head, wanted: ValueState, instead: string): void => {
  if (state !== wanted) throw new Conflict(instead);
};

/** Tries the short name of its statement, then the same with a few letters. */
const newHead = async (tx: Transaction, scope: ChangeScope, name: string, place: Place): Promise<string> => {
  for (const id of [name, `${name}-${randomBytes(3).toString('hex')}`]) {
    const { rowCount } = await tx
      .insert(agencyValues)
      .values({ id, place, state: 'draft', madeBy: scope.actorId })
      .onConflictDoNothing();
    if (rowCount === 1) return id;
  }
  throw new Conflict('Another value has this name already. Begin the sentence in another way.');
};

/** Writes a value down as a draft, and gives its id. Throws `Invalid` for what is missing. */
export const addValue = (
  database: Database,
  scope: ChangeScope,
  place: Place,
  words: ValueWords,
): Promise<string> =>
  transactIn(database, scope, async (tx) => {
    const id = await newHead(tx, scope, shortNameOf(words.statement), place);
    await say(tx, scope, id, { version: 1, words });
    await recordAudit(tx, scope, { event: 'value-added', subject: subject(id), details: { place } });
    return id;
  });

export interface Rewording {
  readonly words: ValueWords;
  /** Needed once it is no draft any more. */
  readonly why: string;
  /** The version the writer had before them. */
  readonly seen: number;
}

/** Other words for a value: a new version. Throws `Conflict` when somebody else was first; then nothing is changed. */
export const rewordValue = (
  database: Database,
  scope: ChangeScope,
  id: string,
  { words, why, seen }: Rewording,
): Promise<number> =>
  transactIn(database, scope, async (tx) => {
    const head = await hold(tx, id);
    if (head.state === 'retired') throw new Conflict('This value was retired. Its words stay as they are.');
    if (head.version !== seen)
      throw new Conflict('Somebody else said this value in other words while you were writing.');
    if (head.state === 'current' && why.trim() === '') throw new Invalid('Say why the words change.');
    const version = head.version + 1;
    await tx.update(agencyValues).set({ version }).where(eq(agencyValues.id, id));
    await say(tx, scope, id, { version, words, changeWhy: why.trim() });
    await recordAudit(tx, scope, { event: 'value-reworded', subject: subject(id), details: { version } });
    return version;
  });

/** A draft becomes a value of its place, after those that are there. */
export const publishValue = (database: Database, scope: ChangeScope, id: string): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    const head = await hold(tx, id);
    mustBe(head, 'draft', 'This value is no draft any more.');
    await holdOrder(tx, head.place);
    const position = (await lastPosition(tx, head.place)) + 1;
    await tx
      .update(agencyValues)
      .set({ state: 'current', position, publishedVersion: head.version })
      .where(eq(agencyValues.id, id));
    await recordAudit(tx, scope, {
      event: 'value-made-current',
      subject: subject(id),
      details: { version: head.version, position },
    });
  });

const setOrder = async (tx: Transaction, place: Place, ids: readonly string[]): Promise<void> => {
  const current = and(eq(agencyValues.place, place), isNotNull(agencyValues.position));
  // No two may share a position at any moment: all step aside first.
  await tx
    .update(agencyValues)
    .set({ position: sql`${agencyValues.position} + 1000000` })
    .where(current);
  for (const [at, id] of ids.entries())
    await tx
      .update(agencyValues)
      .set({ position: at + 1 })
      .where(and(current, eq(agencyValues.id, id)));
};

const orderOf = async (tx: Transaction, place: Place): Promise<string[]> => {
  const rows = await tx
    .select({ id: agencyValues.id })
    .from(agencyValues)
    .where(and(eq(agencyValues.place, place), isNotNull(agencyValues.position)))
    .orderBy(asc(agencyValues.position));
  return rows.map(({ id }) => id);
};

/** It stays readable, with the reason; those after it move up. */
export const retireValue = (database: Database, scope: ChangeScope, id: string, why: string): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    const head = await hold(tx, id);
    mustBe(head, 'current', 'Only a current value can be retired.');
    if (why.trim() === '')
      throw new Invalid('Say why it no longer holds.', 'Those who worked by it will ask.');
    await holdOrder(tx, head.place);
    await tx
      .update(agencyValues)
      .set({ state: 'retired', position: null, retiredWhy: why.trim(), retiredOn: todayOn() })
      .where(eq(agencyValues.id, id));
    await setOrder(tx, head.place, await orderOf(tx, head.place));
    await recordAudit(tx, scope, { event: 'value-retired', subject: subject(id) });
  });

/** Puts the values of a place in another order, whole or not at all. Throws `Conflict` when `seen` is not how it is now. */
export const orderValues = (
  database: Database,
  scope: ChangeScope,
  place: Place,
  { ids, seen }: { readonly ids: readonly string[]; readonly seen: readonly string[] },
): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    await holdOrder(tx, place);
    const now = await orderOf(tx, place);
    if (now.join() !== seen.join())
      throw new Conflict('Somebody else changed the order while you were looking at it.');
    if (!isSameSet(ids, now)) throw new Invalid('An order holds each value once.');
    if (ids.join() === now.join()) return;
    await setOrder(tx, place, ids);
    await recordAudit(tx, scope, {
      event: 'values-ordered',
      subject: `values:${place}`,
      details: { order: ids.join(' ') },
    });
  });

/** What an agency brings along: a value that holds, in the words it had over time, the newest last. */
export interface ValueStory {
  readonly id: string;
  readonly place: Place;
  readonly versions: readonly (Omit<Said, 'version'> & { readonly madeAs: string })[];
  readonly measures: readonly string[];
}

/** Adds a current value with its history where it is missing; what is there stays as people left it. True when added. */
export const ensureValue = (
  database: Database,
  scope: ChangeScope,
  { id, place, versions, measures }: ValueStory,
): Promise<boolean> =>
  transactIn(database, scope, async (tx) => {
    await holdOrder(tx, place);
    const position = (await lastPosition(tx, place)) + 1;
    const { rowCount } = await tx
      .insert(agencyValues)
      .values({ id, place, position, version: versions.length, publishedVersion: 1, madeBy: scope.actorId })
      .onConflictDoNothing();
    if (rowCount === 0) return false;
    for (const [at, said] of versions.entries()) await say(tx, scope, id, { ...said, version: at + 1 });
    await recordAudit(tx, scope, { event: 'value-added', subject: subject(id), details: { place } });
    for (const measure of measures) await link(tx, scope, thing('value', id), thing('measure', measure));
    return true;
  });

/** From now on this measure tells whether the value shows. Twice is once. */
export const tieMeasure = (
  database: Database,
  scope: ChangeScope,
  id: string,
  measure: string,
): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    await hold(tx, id);
    await link(tx, scope, thing('value', id), thing('measure', measure));
  });

export const untieMeasure = (
  database: Database,
  scope: ChangeScope,
  id: string,
  measure: string,
): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    await hold(tx, id);
    await unlink(tx, scope, thing('value', id), thing('measure', measure));
  });

/** Nobody outside its place sees a draft. */
export const shareValue = (
  database: Database,
  scope: ChangeScope,
  id: string,
  audience: Audience,
): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    const head = await hold(tx, id);
    if (head.state === 'draft') throw new Invalid('A draft is not shared.', 'Make it current first.');
    await share(tx, scope, thing('value', id), audience, head.place);
  });

export const stopSharingValue = (
  database: Database,
  scope: ChangeScope,
  id: string,
  audience: Audience,
): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    await hold(tx, id);
    await takeBack(tx, scope, thing('value', id), audience);
  });
