/** What was done at a place in a span, and which values each thing served: from reviews, decisions, course changes. */
import { isAllowed } from '../../commons/permissions/permission.ts';
import type { Place } from '../../commons/permissions/place.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { todayOn } from '../../platform/clock.ts';
import { listReviews, type ReviewItem, reviewsPolicy } from '../../rooms/changes/public.ts';
import {
  type Decision,
  type Deed,
  decisionsPolicy,
  listDecisions,
  listPointers,
  type Value,
} from '../../rooms/values/public.ts';
import type { Visit } from '../page.ts';
import { isMeasureId } from './measure-names.ts';
import type { Span } from './span.ts';
import { readValuesAs } from './values-scope.ts';

export interface DeedsAsked {
  readonly place: Place;
  readonly span: Pick<Span, 'from' | 'to'>;
  readonly values: readonly Value[];
}

const tiedTo = (measure: string, values: readonly Value[]): string[] =>
  values.filter(({ measures }) => measures.includes(measure)).map(({ id }) => id);

/** The values a decision names; where it names none, those of the measure it expects to move. */
const servedBy = ({ serves, expectation }: Decision, values: readonly Value[]): readonly string[] => {
  if (serves.length > 0 || expectation === null) return serves;
  return tiedTo(expectation.measure, values);
};

const measuresOnTheBoard = (values: readonly Value[], on: string): Deed[] =>
  [...new Set(values.flatMap(({ measures }) => measures))]
    .filter(isMeasureId)
    .map((measure) => ({ kind: 'measures', amount: 1, on, values: tiedTo(measure, values) }));

const decisionsMade = async ({ services, actor }: Visit, place: Place): Promise<readonly Decision[]> => {
  const policy = decisionsPolicy['decisions.read'];
  if (!isAllowed(actor.assignments, policy)) return [];
  const today = todayOn();
  const { decisions } = await listDecisions(services.database, scopeFor(actor, policy), { place }, { today });
  return decisions.filter(({ state }) => state !== 'draft' && state !== 'replaced');
};

const looked = (
  lookedAt: ReviewItem['lookedAt'],
  values: readonly Value[],
  decisions: readonly Decision[],
): readonly string[] => {
  if (lookedAt === null) return [];
  if (lookedAt.kind === 'value') return [lookedAt.id];
  if (lookedAt.kind === 'measure') return tiedTo(lookedAt.id, values);
  const decision = decisions.find(({ id }) => id === lookedAt.id);
  return decision ? servedBy(decision, values) : [];
};

const reviewMinutes = async (
  { services, actor }: Visit,
  { place, span, values }: DeedsAsked,
  decisions: readonly Decision[],
): Promise<Deed[]> => {
  const scope = scopeFor(actor, reviewsPolicy['reviews.read']);
  const reviews = await listReviews(services.database, scope, { place, from: span.from, to: span.to });
  return reviews.flatMap(({ heldOn, items }) =>
    items.map(({ minutes, lookedAt }) => ({
      ...{ kind: 'minutes' as const, amount: minutes, on: heldOn },
      values: looked(lookedAt, values, decisions),
    })),
  );
};

/** Until course changes keep days of their own, the day they were tied to a value stands for them. */
const courseChanges = async ({ services, actor }: Visit, { span }: DeedsAsked): Promise<Deed[]> => {
  const pointers = await listPointers(services.database, readValuesAs(actor), 'course-change');
  return [...Map.groupBy(pointers, ({ id }) => id).values()]
    .map((tied) => ({
      ...{ kind: 'changes' as const, amount: 1, on: tied[0]?.madeAt.toISOString().slice(0, 10) ?? '' },
      values: tied.map(({ value }) => value),
    }))
    .filter(({ on }) => on >= span.from && on <= span.to);
};

export const deedsOf = async (visit: Visit, asked: DeedsAsked): Promise<Deed[]> => {
  const { place, span, values } = asked;
  const decisions = await decisionsMade(visit, place);
  const decided = decisions
    .filter(({ decidedOn }) => decidedOn !== null && decidedOn >= span.from && decidedOn <= span.to)
    .map((decision) => ({
      ...{ kind: 'decisions' as const, amount: 1, on: decision.decidedOn ?? '' },
      values: servedBy(decision, values),
    }));
  return [
    ...measuresOnTheBoard(values, span.to),
    ...(await reviewMinutes(visit, asked, decisions)),
    ...decided,
    ...(await courseChanges(visit, asked)),
  ];
};
