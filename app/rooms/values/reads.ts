/** What the agency stands for, and which measures tell whether it shows. */
import { asc } from 'drizzle-orm';
import { listLinks } from '../../commons/links/reads.ts';
import type { Scope } from '../../commons/permissions/scope.ts';
import { transactIn } from '../../commons/permissions/transact-in.ts';
import type { Database } from '../../platform/database/database.ts';
import { NotFound } from '../../platform/errors.ts';
import type { ValueForm } from './forms.ts';
import { agencyValues } from './tables.ts';

type ReadScope = Scope<'values.read'>;

export interface Value extends ValueForm {
  readonly madeAt: Date;
  /** Ids of the measures tied to it; none means that nobody measures it. */
  readonly measures: readonly string[];
}

/** All values in their order. */
export const listValues = (database: Database, scope: ReadScope): Promise<Value[]> =>
  transactIn(database, scope, async (tx) => {
    const rows = await tx.select().from(agencyValues).orderBy(asc(agencyValues.position));
    const links = await listLinks(tx, 'value', 'measure');
    return rows.map(({ madeBy: _, ...value }) => ({
      ...value,
      measures: links.filter(({ from }) => from.id === value.id).map(({ to }) => to.id),
    }));
  });

/** Throws NotFound where there is no such value. */
export const getValue = async (database: Database, scope: ReadScope, id: string): Promise<Value> => {
  const found = (await listValues(database, scope)).find((value) => value.id === id);
  if (!found) throw new NotFound(`There is no value "${id}".`);
  return found;
};
