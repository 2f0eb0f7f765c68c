/** What people say about things to mend. Each change and its audit entry happen together or not at all. */
import { eq } from 'drizzle-orm';
import { recordAudit } from '../../../commons/audit/writes.ts';
import { placeText } from '../../../commons/permissions/place.ts';
import { isWithin, type Scope } from '../../../commons/permissions/scope.ts';
import { transactIn } from '../../../commons/permissions/transact-in.ts';
import type { Day } from '../../../platform/clock.ts';
import type { Database, Transaction } from '../../../platform/database/database.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '../../../platform/errors.ts';
import { type AssignForm, assignForm, type NoteForm, noteForm } from './forms.ts';
import { findFixRow } from './reads.ts';
import { dataFixes, dataFixNotes } from './tables.ts';

type Row = typeof dataFixes.$inferSelect;

const getRow = async (tx: Transaction, id: string): Promise<Row> => {
  const row = await findFixRow(tx, id);
  if (!row) throw new NotFound('There is nothing of this kind to mend within your reach.');
  return row;
};

const subjectOf = (id: string): string => `data-fix:${id}`;

export interface Saying {
  readonly today: Day;
  /** Role and place of who says it, for people: never a name. */
  readonly saidAs: string;
}

/** A person says that the record is mended; the next version shows whether it is. Saying it twice changes nothing. */
export const sayFixed = (
  database: Database,
  scope: Scope<'fixes.work'>,
  id: string,
  { today, saidAs }: Saying,
): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    const { state } = await getRow(tx, id);
    if (state === 'gone') throw new Conflict('This is gone already: newer data no longer show it.');
    if (state === 'said-fixed') return;
    await tx
      .update(dataFixes)
      .set({ state: 'said-fixed', saidFixedOn: today, saidFixedAs: saidAs })
      .where(eq(dataFixes.id, id));
    await recordAudit(tx, scope, { event: 'fix-said-done', subject: subjectOf(id) });
  });

/** Takes back what was said by mistake. */
export const sayNotFixed = (database: Database, scope: Scope<'fixes.work'>, id: string): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    const { state } = await getRow(tx, id);
    if (state !== 'said-fixed') return;
    await tx
      .update(dataFixes)
      .set({ state: 'open', saidFixedOn: null, saidFixedAs: null })
      .where(eq(dataFixes.id, id));
    await recordAudit(tx, scope, { event: 'fix-said-not-done', subject: subjectOf(id) });
  });

/** Throws `Invalid`. */
export const addFixNote = (
  database: Database,
  scope: Scope<'fixes.work'>,
  id: string,
  form: NoteForm,
  saidAs: string,
): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    const { text } = noteForm.parse(form);
    await getRow(tx, id);
    await tx.insert(dataFixNotes).values({ fixId: id, text, saidAs, saidBy: scope.actorId });
    await recordAudit(tx, scope, { event: 'fix-noted', subject: subjectOf(id) });
  });

/** To a county or a unit within reach, and there to its supervisor where that is said: never to a person. */
export const assignFix = (
  database: Database,
  scope: Scope<'fixes.assign'>,
  id: string,
  form: AssignForm,
): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    const { to, forSupervisor } = assignForm.parse(form);
    if (!/^(?:county|unit):/.test(to))
      throw new Invalid('A record is mended in a county or a unit.', 'Choose one from the list.');
    await getRow(tx, id);
    if (!isWithin(scope, to))
      throw new NotAllowed(`You may not give records to ${placeText(to)}.`, 'An analyst of the state can.');
    await tx.update(dataFixes).set({ assignedTo: to, forSupervisor }).where(eq(dataFixes.id, id));
    await recordAudit(tx, scope, {
      event: 'fix-assigned',
      subject: subjectOf(id),
      details: { to, forSupervisor },
    });
  });
