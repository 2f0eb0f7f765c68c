/** Decisions on the charts of the measures they were meant to move. */
import { isAllowed } from '../../commons/permissions/permission.ts';
import { countyPlace, type Place } from '../../commons/permissions/place.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
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

/** On a county's chart stand its own decisions and the state's; on the state's chart the state's. */
export const placesOnChart = (county: string | undefined): Place[] =>
  county === undefined ? ['state'] : ['state', countyPlace(county)];

/** By measure. None for who may not see decisions. */
export const readFlags = async (
  { services, actor }: Pick<Visit, 'services' | 'actor'>,
  county?: string,
  measure?: string,
): Promise<ReadonlyMap<string, readonly ChartFlag[]>> => {
  const permission = decisionsPolicy['decisions.read'];
  if (!isAllowed(actor.assignments, permission)) return new Map();
  const scope = scopeFor(actor, permission);
  const flags = await flagsFor(services.database, scope, placesOnChart(county), measure);
  return new Map([...Map.groupBy(flags, (flag) => flag.measure)].map(([id, all]) => [id, all.map(asFlag)]));
};
