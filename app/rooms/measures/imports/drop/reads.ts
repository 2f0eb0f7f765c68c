/** How the drop folder is watched. */
import type { Scope } from '../../../../commons/permissions/scope.ts';
import { transactIn } from '../../../../commons/permissions/transact-in.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { DropForm } from './forms.ts';
import { dropSettings } from './tables.ts';

export interface DropState extends DropForm {
  readonly lookedAt: Date | null;
  readonly found: string | null;
  readonly job: string | null;
}

const off: DropState = {
  ...{ isOn: false, rhythm: 'hourly', putInUse: false },
  ...{ lookedAt: null, found: null, job: null },
};

export const getDropState = async (database: Database, scope: Scope<'versions.see'>): Promise<DropState> => {
  const [row] = await transactIn(database, scope, (tx) => tx.select().from(dropSettings));
  return row ?? off;
};
