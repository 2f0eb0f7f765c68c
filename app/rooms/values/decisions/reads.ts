/** Decisions as somebody may see them: row-level security decides which rows there are. */
import {
  and,
  arrayContains,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  inArray,
  isNotNull,
  lte,
  notInArray,
  type SQL,
  sql,
} from 'drizzle-orm';
import { type Place, parsePlace } from '../../../commons/permissions/place.ts';
import type { Scope } from '../../../commons/permissions/scope.ts';
import { transactIn } from '../../../commons/permissions/transact-in.ts';
import type { Audience } from '../../../commons/sharing/audience.ts';
import { listShares } from '../../../commons/sharing/reads.ts';
import type { Day } from '../../../platform/clock.ts';
import type { Database, Transaction } from '../../../platform/database/database.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Decision, type Revisit, type Standing, standingOn } from './decision.ts';
import type { Expectation } from './forms.ts';
import { type HowWeDecide, howWeDecide } from './how-we-decide.ts';
import type { Level } from './level.ts';
import { decisions, revisits } from './tables.ts';

type ReadScope = Scope<'decisions.read'>;

const { words: _, ...columns } = getTableColumns(decisions);

type Row = Omit<typeof decisions.$inferSelect, 'words'>;

const expectationOf = (row: Row): Expectation | null => {
  const { expectedMeasure, expectedDirection, expectedBy, expectedSure } = row;
  if (!expectedMeasure || !expectedDirection || !expectedBy || !expectedSure) return null;
  return {
    measure: expectedMeasure,
    direction: expectedDirection,
    size: row.expectedSize,
    by: expectedBy,
    sure: expectedSure,
  };
};

const decisionOf = (row: Row, today: Day): Decision => ({
  id: row.id,
  place: parsePlace(row.place),
  state: row.state,
  standing: standingOn(row.state, row.dueOn, today),
  revision: row.revision,
  level: row.level,
  statement: row.statement,
  dropped: row.dropped,
  voices: row.voices,
  decidedBy: row.decidedBy,
  wouldChangeOurMind: row.wouldChangeOurMind,
  serves: row.serves,
  tradesOff: row.tradesOff,
  consulted: row.consulted,
  expectation: expectationOf(row),
  revisitOn: row.revisitOn,
  decidedOn: row.decidedOn,
  dueOn: row.dueOn,
  learned: row.learned,
  follows: row.follows && row.followsAs ? { id: row.follows, as: row.followsAs } : null,
  madeAt: row.madeAt,
});

export interface DecisionFilters {
  /** As somebody types them: `kin "first day" -policy`. */
  readonly words?: string;
  readonly level?: Level;
  readonly value?: string;
  /** The measure a change is expected on, or one that was looked at. */
  readonly measure?: string;
  readonly standing?: Standing;
  readonly place?: Place;
}

const inStanding = (standing: Standing, today: Day): SQL | undefined => {
  const isOpen = inArray(decisions.state, ['decided', 'kept']);
  if (standing === 'due') return and(isOpen, lte(decisions.dueOn, today));
  if (standing !== 'decided' && standing !== 'kept') return eq(decisions.state, standing);
  return and(
    eq(decisions.state, standing),
    sql`(${decisions.dueOn} is null or ${decisions.dueOn} > ${today})`,
  );
};

const isAbout = (measure: string): SQL =>
  sql`(${decisions.expectedMeasure} = ${measure} or ${decisions.consulted} @> ${JSON.stringify([{ measure }])}::jsonb)`;

const asked = (filters: DecisionFilters, today: Day): SQL | undefined =>
  and(
    filters.words ? sql`${decisions.words} @@ ${queryOf(filters.words)}` : undefined,
    filters.level && eq(decisions.level, filters.level),
    filters.value ? arrayContains(decisions.serves, [filters.value]) : undefined,
    filters.measure ? isAbout(filters.measure) : undefined,
    filters.standing && inStanding(filters.standing, today),
    filters.place && eq(decisions.place, filters.place),
  );

const queryOf = (words: string): SQL => sql`websearch_to_tsquery('english', ${words})`;

export interface DecisionList {
  readonly decisions: readonly Decision[];
  /** How many there are on all pages. */
  readonly total: number;
}

/** The best match first where words are asked for, else the newest; drafts stand before what was decided. */
export const listDecisions = (
  database: Database,
  scope: ReadScope,
  filters: DecisionFilters,
  {
    today,
    limit = 1000,
    offset = 0,
  }: { readonly today: Day; readonly limit?: number; readonly offset?: number },
): Promise<DecisionList> =>
  transactIn(database, scope, async (tx) => {
    const where = asked(filters, today);
    const rank = filters.words ? [desc(sql`ts_rank(${decisions.words}, ${queryOf(filters.words)})`)] : [];
    const newest = [sql`${decisions.decidedOn} desc nulls first`, desc(decisions.madeAt), asc(decisions.id)];
    const rows = await tx
      .select(columns)
      .from(decisions)
      .where(where)
      .orderBy(...rank, ...newest)
      .limit(limit)
      .offset(offset);
    const [counted] = await tx.select({ total: count() }).from(decisions).where(where);
    return { decisions: rows.map((row) => decisionOf(row, today)), total: counted?.total ?? 0 };
  });

/** Undefined where there is none, or none that this scope may see. For writes, within their transaction. */
export const findDecisionIn = async (
  tx: Transaction,
  where: SQL,
  today: Day,
): Promise<Decision | undefined> => {
  const [row] = await tx.select(columns).from(decisions).where(where);
  return row && decisionOf(row, today);
};

export interface DecisionWithHistory {
  readonly decision: Decision;
  /** Oldest first. */
  readonly revisits: readonly Revisit[];
  readonly followedBy: Decision | null;
  readonly follows: Decision | null;
}

const isId = (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);

const listRevisitsIn = async (tx: Transaction, id: string): Promise<Revisit[]> => {
  const rows = await tx
    .select()
    .from(revisits)
    .where(eq(revisits.decisionId, id))
    .orderBy(asc(revisits.lookedOn), asc(revisits.madeAt));
  return rows.map(({ outcome, learned, dueOn, lookedOn, nextOn, seen }) => ({
    ...{ outcome, learned, dueOn, lookedOn, nextOn, seen },
  }));
};

/** Throws NotFound where there is none, or none that this scope may see. */
export const getDecision = (
  database: Database,
  scope: ReadScope,
  id: string,
  today: Day,
): Promise<DecisionWithHistory> =>
  transactIn(database, scope, async (tx) => {
    const decision = isId(id) ? await findDecisionIn(tx, eq(decisions.id, id), today) : undefined;
    if (!decision) throw new NotFound('There is no such decision, or it is not shared with you.');
    const before = decision.follows;
    return {
      decision,
      revisits: await listRevisitsIn(tx, id),
      followedBy: (await findDecisionIn(tx, eq(decisions.follows, id), today)) ?? null,
      follows: before ? ((await findDecisionIn(tx, eq(decisions.id, before.id), today)) ?? null) : null,
    };
  });

/** With whom a decision is shared: for whoever may share it. */
export const listDecisionShares = (
  database: Database,
  scope: Scope<'decisions.share'>,
  id: string,
): Promise<Audience[]> =>
  transactIn(database, scope, async (tx) =>
    (await listShares(tx, 'decision', id)).map(({ audience }) => audience),
  );

/** Places that have decisions, of those this scope may see. */
export const listDecisionPlaces = (database: Database, scope: ReadScope): Promise<Place[]> =>
  transactIn(database, scope, async (tx) => {
    const rows = await tx
      .selectDistinct({ place: decisions.place })
      .from(decisions)
      .orderBy(asc(decisions.place));
    return rows.map(({ place }) => parsePlace(place));
  });

/** Those whose day has come, the longest waiting first. */
export const listDue = (database: Database, scope: ReadScope, today: Day): Promise<Decision[]> =>
  transactIn(database, scope, async (tx) => {
    const rows = await tx
      .select(columns)
      .from(decisions)
      .where(inStanding('due', today))
      .orderBy(asc(decisions.dueOn), asc(decisions.id));
    return rows.map((row) => decisionOf(row, today));
  });

/** A decision on the chart of the measure it was meant to move. Its number is the same for whoever sees the same ones. */
export interface DecisionFlag {
  readonly measure: string;
  readonly place: Place;
  readonly on: Day;
  readonly number: number;
  readonly label: string;
  readonly id: string;
}

const numbered = (rows: readonly Omit<DecisionFlag, 'number'>[]): DecisionFlag[] => {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const number = (seen.get(row.measure) ?? 0) + 1;
    seen.set(row.measure, number);
    return { ...row, number };
  });
};

const isMade = notInArray(decisions.state, ['draft', 'replaced']);

/** Decisions made at these places that expected something of a measure, oldest first; each measure counts from 1. */
export const flagsFor = (
  database: Database,
  scope: ReadScope,
  places: readonly Place[],
  measure?: string,
): Promise<DecisionFlag[]> =>
  transactIn(database, scope, async (tx) => {
    const rows = await tx
      .select(columns)
      .from(decisions)
      .where(
        and(
          isMade,
          inArray(decisions.place, [...places]),
          measure === undefined
            ? isNotNull(decisions.expectedMeasure)
            : eq(decisions.expectedMeasure, measure),
        ),
      )
      .orderBy(asc(decisions.decidedOn), asc(decisions.id));
    return numbered(
      rows.map((row) => ({
        measure: row.expectedMeasure ?? '',
        place: parsePlace(row.place),
        on: row.decidedOn ?? '',
        label: row.statement,
        id: row.id,
      })),
    );
  });

/** Counts of what this scope sees, of one place or of all. */
export const readHowWeDecide = (
  database: Database,
  scope: ReadScope,
  today: Day,
  place?: Place,
): Promise<HowWeDecide> =>
  transactIn(database, scope, async (tx) => {
    const rows = await tx
      .select(columns)
      .from(decisions)
      .where(and(isMade, place && eq(decisions.place, place)));
    const looked = Map.groupBy(await tx.select().from(revisits), ({ decisionId }) => decisionId);
    return howWeDecide(
      rows.map((row) => ({
        level: row.level,
        serves: row.serves,
        decidedOn: row.decidedOn ?? '',
        hasData: row.consulted.length > 0,
        hasVoices: row.voices !== '',
        hasExpectation: row.expectedMeasure !== null,
        dueOn: row.state === 'decided' || row.state === 'kept' ? row.dueOn : null,
        revisits: looked.get(row.id) ?? [],
      })),
      today,
    );
  });
