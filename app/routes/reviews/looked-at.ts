/** What a review can look at: values, measures and decisions, as choices and by name. */
import { isAllowed } from '../../commons/permissions/permission.ts';
import type { Place } from '../../commons/permissions/place.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { todayOn } from '../../platform/clock.ts';
import type { ReviewItem } from '../../rooms/changes/public.ts';
import { catalog, measureIds } from '../../rooms/measures/public.ts';
import { decisionsPolicy, listDecisions, valuesInForce, valuesPolicy } from '../../rooms/values/public.ts';
import type { Visit } from '../page.ts';

export interface LookedAtGroup {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

const decisionsAt = async ({ services, actor }: Visit, place: Place) => {
  const policy = decisionsPolicy['decisions.read'];
  if (!isAllowed(actor.assignments, policy)) return [];
  const found = await listDecisions(
    services.database,
    scopeFor(actor, policy),
    { place },
    { today: todayOn() },
  );
  return found.decisions
    .filter(({ state }) => state !== 'draft')
    .map(({ id, statement }) => ({ value: `decision:${id}`, label: statement }));
};

/** In the order in which people should look: values, then what measures them, then what was decided. */
export const lookedAtGroups = async (visit: Visit, place: Place): Promise<LookedAtGroup[]> => {
  const { services, actor } = visit;
  const scope = scopeFor(actor, valuesPolicy['values.read']);
  const { values } = await valuesInForce(services.database, scope, place);
  const groups = [
    {
      label: 'Values',
      choices: values.map(({ id, statement }) => ({ value: `value:${id}`, label: statement })),
    },
    {
      label: 'Measures',
      choices: measureIds.map((id) => ({ value: `measure:${id}`, label: catalog[id].title })),
    },
    { label: 'Decisions', choices: await decisionsAt(visit, place) },
  ];
  return groups.filter(({ choices }) => choices.length > 0);
};

export const lookedAtKey = (lookedAt: ReviewItem['lookedAt']): string =>
  lookedAt === null ? '' : `${lookedAt.kind}:${lookedAt.id}`;

/** `measure:P1` → what it is; undefined for what is no choice. */
export const lookedAtOf = (key: string): ReviewItem['lookedAt'] | undefined => {
  if (key === '') return null;
  const [, kind, id] = /^(value|measure|decision):(.+)$/.exec(key) ?? [];
  if (id === undefined || (kind !== 'value' && kind !== 'measure' && kind !== 'decision')) return undefined;
  return { kind, id };
};

export const labelOf = (groups: readonly LookedAtGroup[], key: string): string | undefined =>
  groups.flatMap(({ choices }) => choices).find(({ value }) => value === key)?.label;
