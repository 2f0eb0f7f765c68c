/** Marks as somebody may see them: row-level security decides which there are. */
import { and, asc, desc, eq } from 'drizzle-orm';
import { type Scope, systemScope } from '../../../commons/permissions/scope.ts';
import { transactIn } from '../../../commons/permissions/transact-in.ts';
import type { Database, Transaction } from '../../../platform/database/database.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Mark, MarkVersion, PolicyChange } from './mark.ts';
import { measureMarks, measureMarkVersions as versions } from './tables.ts';

type VersionRow = typeof versions.$inferSelect;

const versionOf = ({ markId: _, saidAt, saidBy: __, ...row }: VersionRow): MarkVersion => ({
  ...row,
  saidOn: saidAt.toISOString().slice(0, 10),
});

interface Row {
  readonly mark: typeof measureMarks.$inferSelect;
  readonly said: VersionRow;
}

const markOf = ({ mark: { id, kind, place }, said }: Row): Mark => ({ id, kind, place, ...versionOf(said) });

/** As their newest versions say, by day. */
const listMarksIn = async (tx: Transaction): Promise<Mark[]> => {
  const rows = await tx
    .selectDistinctOn([versions.markId], { mark: measureMarks, said: versions })
    .from(versions)
    .innerJoin(measureMarks, eq(measureMarks.id, versions.markId))
    .orderBy(versions.markId, desc(versions.version));
  return rows.map(markOf).toSorted((a, b) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id));
};

/** Withdrawn ones too, oldest day first. */
export const listMarks = (database: Database, scope: Scope<'marks.read'>): Promise<Mark[]> =>
  transactIn(database, scope, listMarksIn);

/**
 * Changes of policy that stand, of every place, oldest first. For figures alone: a baseline that begins anew begins anew
 * for whoever looks.
 */
export const listPolicyChanges = async (database: Database): Promise<PolicyChange[]> => {
  const marks = await transactIn(database, systemScope('what changed by definition'), listMarksIn);
  return marks.filter((mark): mark is PolicyChange => mark.kind === 'policy' && !mark.isWithdrawn);
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** With all its versions, oldest first; undefined where there is none, or none that this scope may see. */
export const findMarkIn = async (
  tx: Transaction,
  id: string,
): Promise<{ readonly mark: Mark; readonly versions: readonly MarkVersion[] } | undefined> => {
  if (!uuid.test(id)) return undefined;
  const rows = await tx
    .select({ mark: measureMarks, said: versions })
    .from(versions)
    .innerJoin(measureMarks, and(eq(measureMarks.id, versions.markId), eq(measureMarks.id, id)))
    .orderBy(asc(versions.version));
  const newest = rows.at(-1);
  return newest && { mark: markOf(newest), versions: rows.map(({ said }) => versionOf(said)) };
};

/** Throws NotFound where there is none, or none that this scope may see. */
export const getMark = (database: Database, scope: Scope<'marks.read'>, id: string) =>
  transactIn(database, scope, async (tx) => {
    const found = await findMarkIn(tx, id);
    if (!found) throw new NotFound('There is nothing of this address on a chart.');
    return found;
  });
