/** What the agency stands for, in which words, and which measures tell whether it shows. */
import { and, asc, desc, eq, getTableColumns } from 'drizzle-orm';
import { listLinks } from '../../commons/links/reads.ts';
import type { ThingKind } from '../../commons/links/thing.ts';
import { countyOf, countyPlace, type Place } from '../../commons/permissions/place.ts';
import type { Scope } from '../../commons/permissions/scope.ts';
import { transactIn } from '../../commons/permissions/transact-in.ts';
import type { Audience } from '../../commons/sharing/audience.ts';
import { listShares } from '../../commons/sharing/reads.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { NotFound } from '../../platform/errors.ts';
import type { ValueWords } from './forms.ts';
import { agencyValues, agencyValueVersions, type ValueState } from './tables.ts';

export type ReadScope = Scope<'values.read'> | Scope<'values.see-shared'>;

export interface Value extends ValueWords {
  readonly id: string;
  readonly place: Place;
  readonly state: ValueState;
  /** From 1 within its place; null unless current. */
  readonly position: number | null;
  readonly version: number;
  readonly retiredWhy: string | null;
  readonly retiredOn: string | null;
  /** Ids of the measures tied to it; none means that nobody measures it. */
  readonly measures: readonly string[];
}

export interface ValueVersion extends ValueWords {
  readonly version: number;
  readonly changeWhy: string;
  readonly saidOn: string;
  readonly madeAs: string;
}

export interface ValueFilter {
  readonly place?: Place;
  /** `current` unless said. */
  readonly state?: ValueState | 'any';
  readonly id?: string;
}

const rowsOf = (tx: Transaction, { place, state = 'current', id }: ValueFilter) => {
  const {
    valueId: _,
    version: __,
    madeAt: ___,
    madeBy: ____,
    ...words
  } = getTableColumns(agencyValueVersions);
  return tx
    .select({ head: agencyValues, words })
    .from(agencyValues)
    .innerJoin(
      agencyValueVersions,
      and(
        eq(agencyValueVersions.valueId, agencyValues.id),
        eq(agencyValueVersions.version, agencyValues.version),
      ),
    )
    .where(
      and(
        place === undefined ? undefined : eq(agencyValues.place, place),
        state === 'any' ? undefined : eq(agencyValues.state, state),
        id === undefined ? undefined : eq(agencyValues.id, id),
      ),
    )
    .orderBy(desc(eq(agencyValues.place, 'state')), asc(agencyValues.place), asc(agencyValues.position));
};

const listIn = async (tx: Transaction, filter: ValueFilter): Promise<Value[]> => {
  const rows = await rowsOf(tx, filter);
  const links = await listLinks(tx, 'value', 'measure');
  return rows.map(({ head, words }) => {
    const { madeAt: _, madeBy: __, publishedVersion: ___, place, ...kept } = head;
    const { changeWhy: ____, saidOn: _____, madeAs: ______, askedGroups, ...said } = words;
    return {
      ...kept,
      ...said,
      place: place as Place,
      askedGroups: askedGroups as Value['askedGroups'],
      measures: links.filter(({ from }) => from.id === head.id).map(({ to }) => to.id),
    };
  });
};

/** Values in their order, the state's first. Without a filter: current ones, of every place the asker may see. */
export const listValues = (
  database: Database,
  scope: ReadScope,
  filter: ValueFilter = {},
): Promise<Value[]> => transactIn(database, scope, (tx) => listIn(tx, filter));

/** A unit works by its county's values, a county by its own; who has none of its own works by the state's. */
const lineage = (place: Place): Place[] => {
  const county = countyOf(place);
  const own: Place[] = county === null ? [place] : [place, countyPlace(county)];
  return [...new Set<Place>([...own, 'state'])];
};

export interface ValuesInForce {
  /** Whose values they are. */
  readonly from: Place;
  readonly values: readonly Value[];
}

/** The current values that hold at a place: its own when it has them, else those of the nearest place above. */
export const valuesInForce = (database: Database, scope: ReadScope, place: Place): Promise<ValuesInForce> =>
  transactIn(database, scope, async (tx) => {
    for (const from of lineage(place)) {
      const values = await listIn(tx, { place: from });
      if (values.length > 0) return { from, values };
    }
    return { from: 'state', values: [] };
  });

/** Throws NotFound where there is no such value, or none the asker may know of. */
export const getValue = async (database: Database, scope: ReadScope, id: string): Promise<Value> => {
  const [found] = await listValues(database, scope, { id, state: 'any' });
  if (!found) throw new NotFound('There is no value at this address, or it was not shared with you.');
  return found;
};

/** What points to values from another room, and when it was tied. */
export interface Pointer {
  readonly id: string;
  readonly value: string;
  readonly madeAt: Date;
}

export const listPointers = (database: Database, scope: ReadScope, kind: ThingKind): Promise<Pointer[]> =>
  transactIn(database, scope, async (tx) =>
    (await listLinks(tx, kind, 'value')).map(({ from, to, madeAt }) => ({
      id: from.id,
      value: to.id,
      madeAt,
    })),
  );

export interface ValueRecord {
  readonly value: Value;
  /** Newest first. */
  readonly versions: readonly ValueVersion[];
  readonly sharedWith: readonly Audience[];
  /** How much points to it, by kind. */
  readonly linked: Readonly<Partial<Record<ThingKind, number>>>;
}

const pointing: readonly ThingKind[] = ['decision', 'review', 'voice', 'course-change'];

/** One value with all that is known of it. Throws NotFound. */
export const getValueRecord = (database: Database, scope: ReadScope, id: string): Promise<ValueRecord> =>
  transactIn(database, scope, async (tx) => {
    const [value] = await listIn(tx, { id, state: 'any' });
    if (!value) throw new NotFound('There is no value at this address, or it was not shared with you.');
    const versions = await tx
      .select()
      .from(agencyValueVersions)
      .where(eq(agencyValueVersions.valueId, id))
      .orderBy(desc(agencyValueVersions.version));
    const linked: Partial<Record<ThingKind, number>> = {};
    for (const kind of pointing) linked[kind] = (await listLinks(tx, kind, 'value', { to: id })).length;
    return {
      value,
      linked,
      versions: versions.map(({ valueId: _, madeAt: __, madeBy: ___, askedGroups, ...words }) => ({
        ...words,
        askedGroups: askedGroups as ValueVersion['askedGroups'],
      })),
      sharedWith: (await listShares(tx, 'value', id)).map(({ audience }) => audience),
    };
  });
