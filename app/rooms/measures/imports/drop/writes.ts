/** Turns the watching of the drop folder on and off, and keeps what looks found. */
import { recordAudit } from '../../../../commons/audit/writes.ts';
import type { Scope } from '../../../../commons/permissions/scope.ts';
import { transactIn } from '../../../../commons/permissions/transact-in.ts';
import { nowAt } from '../../../../platform/clock.ts';
import type { Database } from '../../../../platform/database/database.ts';
import { type DropForm, dropForm } from './forms.ts';
import { dropSettings } from './tables.ts';

export const changeDrop = (
  database: Database,
  scope: Scope<'drop.change'>,
  form: DropForm,
): Promise<void> => {
  const wanted = dropForm.parse(form);
  return transactIn(database, scope, async (tx) => {
    await tx
      .insert(dropSettings)
      .values(wanted)
      .onConflictDoUpdate({ target: dropSettings.place, set: wanted });
    await recordAudit(tx, scope, { event: 'drop-folder-changed', subject: 'drop-folder', details: wanted });
  });
};

/** What a look found; nothing new is no event. */
export const keepLook = (
  database: Database,
  scope: Scope<'drop.change'>,
  found: string,
  job?: string,
): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    await tx.update(dropSettings).set({ lookedAt: nowAt(), found, ...(job !== undefined && { job }) });
  });

export interface PutAway {
  readonly isImported: boolean;
  readonly files: number;
  readonly version: number | null;
}

/** What became of files that were dropped. */
export const recordDrop = (
  database: Database,
  scope: Scope<'drop.change'>,
  { isImported, files, version }: PutAway,
): Promise<void> =>
  transactIn(database, scope, (tx) =>
    recordAudit(tx, scope, {
      event: isImported ? 'drop-imported' : 'drop-refused',
      subject: 'drop-folder',
      details: { files, version },
    }),
  );
