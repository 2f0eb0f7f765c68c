/** Puts on record that figures of few children were seen: by whom, of what, of which data. */
import { recordAudit } from '../commons/audit/writes.ts';
import type { Actor } from '../commons/permissions/actor.ts';
import { scopeFor } from '../commons/permissions/scope.ts';
import { transactIn } from '../commons/permissions/transact-in.ts';
import type { Database } from '../platform/database/database.ts';
import { resultsPolicy, type SmallCells } from '../rooms/measures/public.ts';

export interface SeenSmallCells extends SmallCells {
  readonly version: number;
}

const inShort = ({ measure, where, by }: SmallCells): string =>
  [
    measure,
    ...Object.entries(where).map(([key, value]) => `${key}:${value}`),
    ...by.map((one) => `by ${one}`),
  ].join(' ');

/** One entry a visit. Nothing is written where nothing small was seen. */
export const recordSmallCells = async (
  database: Database,
  actor: Actor,
  seen: readonly SeenSmallCells[],
): Promise<void> => {
  const [first] = seen;
  if (!first) return;
  const scope = scopeFor(actor, resultsPolicy['measures.read']);
  const figures = [...new Set(seen.map(inShort))].toSorted().join('; ').slice(0, 2000);
  await transactIn(database, scope, (tx) =>
    recordAudit(tx, scope, {
      event: 'small-cells-read',
      subject: `data-version:${first.version}`,
      details: { figures },
    }),
  );
};
