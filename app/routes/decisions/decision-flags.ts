/** Decisions on the charts of the measures they were meant to move. */
import { isAllowed } from '../../commons/permissions/permission.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { placesOnChart } from '../../rooms/measures/public.ts';
import { type DecisionFlag, decisionsPolicy, flagsFor } from '../../rooms/values/public.ts';
import type { ChartFlag } from '../../ui/charts/run-points.ts';
import { shortened } from '../../words/shortened.ts';
import type { Visit } from '../page.ts';

const asFlag = ({ on, number, label, id }: DecisionFlag): ChartFlag => ({
  on,
  number,
  label: shortened(label),
  href: `/decisions/${id}`,
});

/** By measure. None for who may not see decisions. */
export const readDecisionFlags = async (
  { services, actor }: Pick<Visit, 'services' | 'actor'>,
  where: Readonly<Record<string, string | undefined>>,
  measure?: string,
): Promise<ReadonlyMap<string, readonly ChartFlag[]>> => {
  const permission = decisionsPolicy['decisions.read'];
  if (!isAllowed(actor.assignments, permission)) return new Map();
  const scope = scopeFor(actor, permission);
  const flags = await flagsFor(services.database, scope, placesOnChart(where), measure);
  return new Map([...Map.groupBy(flags, (flag) => flag.measure)].map(([id, all]) => [id, all.map(asFlag)]));
};
