/** A card with what belongs to it: what the person may do with it, and to whom it is shown. */
import { isAllowed } from '../../commons/permissions/permission.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { type Audience, audienceText } from '../../commons/sharing/audience.ts';
import { todayOn } from '../../platform/clock.ts';
import { resultsPolicy } from '../../rooms/measures/public.ts';
import {
  type Decision,
  type DecisionWithHistory,
  decisionsPolicy,
  getDecision,
  levelsOf,
  listDecisionShares,
  listValues,
  valuesPolicy,
} from '../../rooms/values/public.ts';
import type { Visit } from '../page.ts';
import { knownPartners } from '../places/known-places.ts';
import type { CardRights, CardShare } from './decision-actions.tsx';
import { readDecisionsAs } from './decisions-scope.ts';

export const readCard = ({ services, actor, params }: Visit): Promise<DecisionWithHistory> =>
  getDecision(services.database, readDecisionsAs(actor), params.id ?? '', todayOn());

export const rightsOn = ({ actor }: Pick<Visit, 'actor'>, { place, level }: Decision): CardRights => {
  const may = (action: keyof typeof decisionsPolicy): boolean =>
    isAllowed(actor.assignments, decisionsPolicy[action], place);
  const decides =
    may('decisions.decide') &&
    levelsOf(scopeFor(actor, decisionsPolicy['decisions.decide'], place).roles).includes(level);
  return { edit: may('decisions.draft'), decide: decides, share: may('decisions.share') };
};

const asShare = (audience: Audience): CardShare => ({
  audience,
  label: audienceText(audience).replace(/^\w/, (letter) => letter.toUpperCase()),
});

/** With whom it is shared, and with whom it could be besides; both empty for who may not share it. */
export const sharesOf = async ({ services, actor }: Visit, { id, place }: Decision) => {
  const permission = decisionsPolicy['decisions.share'];
  if (!isAllowed(actor.assignments, permission, place)) return { shares: [], audiences: [] };
  const shared = await listDecisionShares(services.database, scopeFor(actor, permission, place), id);
  const partners = (await knownPartners({ services })).map((name): Audience => `partner:${name}`);
  const offered: readonly Audience[] = [
    ...(place === 'state' ? [] : (['state'] as const)),
    ...(['partners', 'public'] as const),
    ...partners,
  ];
  return {
    shares: shared.map(asShare),
    audiences: offered.filter((audience) => !shared.includes(audience)).map(asShare),
  };
};

/** Values by id, as they are said today, also those given up since; those alone that the person may read. */
export const statementsFor = async ({ services, actor }: Visit): Promise<Map<string, string>> => {
  const { 'values.read': inside, 'values.see-shared': guests } = valuesPolicy;
  const scope = isAllowed(actor.assignments, inside)
    ? scopeFor(actor, inside)
    : isAllowed(actor.assignments, guests) && scopeFor(actor, guests);
  if (!scope) return new Map();
  const values = await listValues(services.database, scope, { state: 'any' });
  return new Map(values.map(({ id, statement }) => [id, statement]));
};

/** True for who may see what measures did: a card that is shared shows its own figures alone. */
export const maySeeMeasures = ({ actor }: Pick<Visit, 'actor'>): boolean =>
  isAllowed(actor.assignments, resultsPolicy['measures.read']);
