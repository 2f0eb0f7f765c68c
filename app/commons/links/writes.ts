/** Ties and unties two things, in the transaction and with the scope of the room that asks. */
import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.ts';
import { recordAudit } from '../audit/writes.ts';
import type { Scope } from '../permissions/scope.ts';
import { links } from './tables.ts';
import type { Thing } from './thing.ts';

const subjectOf = (from: Thing): string => `${from.kind}:${from.id}`;

/** Linking what is linked changes nothing. */
export const link = async (tx: Transaction, scope: Scope<never>, from: Thing, to: Thing): Promise<void> => {
  const { rowCount } = await tx
    .insert(links)
    .values({
      fromKind: from.kind,
      fromId: from.id,
      toKind: to.kind,
      toId: to.id,
      // now() stands still within a transaction; links made in one keep the order they were made in.
      madeAt: sql`clock_timestamp()`,
      madeBy: scope.actorId,
    })
    .onConflictDoNothing();
  if (rowCount === 0) return;
  await recordAudit(tx, scope, {
    event: 'linked',
    subject: subjectOf(from),
    details: { to: subjectOf(to) },
  });
};

/** Unlinking what is not linked changes nothing. */
export const unlink = async (tx: Transaction, scope: Scope<never>, from: Thing, to: Thing): Promise<void> => {
  const { rowCount } = await tx
    .delete(links)
    .where(
      and(
        eq(links.fromKind, from.kind),
        eq(links.fromId, from.id),
        eq(links.toKind, to.kind),
        eq(links.toId, to.id),
      ),
    );
  if (rowCount === 0) return;
  await recordAudit(tx, scope, {
    event: 'unlinked',
    subject: subjectOf(from),
    details: { to: subjectOf(to) },
  });
};
