import type { z } from 'zod';
import { parsePlace } from '../../../commons/permissions/place.ts';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import { todayOn } from '../../../platform/clock.ts';
import {
  type Decision,
  type DecisionFilters,
  listDecisions as decisionsOf,
  decisionsPolicy,
} from '../../../rooms/values/public.ts';
import { fresh } from '../answer.ts';
import { listDecisions } from '../contract/decisions.ts';
import { cursorNumbers, nextPath } from '../pages-of.ts';
import { withToken } from '../with-token.ts';

type Question = z.output<typeof listDecisions.query>;

const filtersOf = ({ words, level, standing, value, measure, place }: Question): DecisionFilters => ({
  ...(words === undefined ? {} : { words }),
  ...(level === undefined ? {} : { level }),
  ...(standing === undefined ? {} : { standing }),
  ...(value === undefined ? {} : { value }),
  ...(measure === undefined ? {} : { measure }),
  ...(place === undefined ? {} : { place: parsePlace(place) }),
});

const decisionAnswer = (decision: Decision) => ({
  ...decision,
  serves: [...decision.serves],
  tradesOff: [...decision.tradesOff],
  consulted: decision.consulted.map((figure) => ({ ...figure, unit: figure.unit.words })),
});

export const loader = withToken(listDecisions, (call) =>
  fresh(async () => {
    const { services, actor, query } = call;
    const [offset = 0] = cursorNumbers(query.cursor, 1) ?? [];
    const scope = scopeFor(actor, decisionsPolicy['decisions.read']);
    const { decisions, total } = await decisionsOf(services.database, scope, filtersOf(query), {
      today: todayOn(),
      limit: query.limit,
      offset,
    });
    const end = offset + query.limit;
    return { data: decisions.map(decisionAnswer), next: end < total ? nextPath(call, String(end)) : null };
  }),
);
