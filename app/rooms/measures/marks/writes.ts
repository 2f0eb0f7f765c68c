/** Writes on charts, corrects, withdraws. Each change and its audit entry happen together; nothing said is ever removed. */
import { eq } from 'drizzle-orm';
import { recordAudit } from '../../../commons/audit/writes.ts';
import type { Place } from '../../../commons/permissions/place.ts';
import type { Scope } from '../../../commons/permissions/scope.ts';
import { transactIn } from '../../../commons/permissions/transact-in.ts';
import type { Database, Transaction } from '../../../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { familySigns } from '../../values/public.ts';
import { freeTextsOfMark, type MarkForm, markForm, markReason } from './forms.ts';
import type { Mark, MarkWords } from './mark.ts';
import { findMarkIn } from './reads.ts';
import { measureMarks, measureMarkVersions } from './tables.ts';

export interface WrittenMark {
  readonly form: MarkForm;
  /** What record numbers in the data in use look like. */
  readonly recordNumbers: readonly string[];
  /** The writer was asked, and says that it is not about one family. */
  readonly isAboutNobody: boolean;
}

type ChangeScope = Scope<'marks.change'>;

const subject = (id: string): string => `mark:${id}`;

const refuseFamilies = (texts: readonly string[], written: Omit<WrittenMark, 'form'>): void => {
  const { refused, asked } = familySigns(texts, written.recordNumbers);
  if (refused.length > 0)
    throw new Invalid('A record number does not belong on a chart.', 'Write what happened, never to whom.');
  if (asked.length > 0 && !written.isAboutNobody)
    throw new Invalid('Is this about one family?', 'Write what happened, never to whom.');
};

const checked = (written: WrittenMark): MarkForm => {
  const parsed = markForm.safeParse(written.form);
  if (!parsed.success) throw new Invalid(parsed.error.issues.map(({ message }) => message).join(' '));
  refuseFamilies(freeTextsOfMark(parsed.data), written);
  return parsed.data;
};

const rowOf = ({ on, label, words, measures, moves, source }: MarkWords) => ({
  ...{ on, label, words, source },
  measures: [...measures],
  moves: [...moves],
});

const saidBy = ({ actorId, roles }: ChangeScope) => ({ saidBy: actorId, saidAs: roles.join(',') });

/** Once for each `formKey`. Throws Invalid for what is incomplete or about one family. */
export const addMark = (
  database: Database,
  scope: ChangeScope,
  written: WrittenMark & { readonly place: Place; readonly formKey: string },
): Promise<string> =>
  transactIn(database, scope, async (tx) => {
    const form = checked(written);
    const { place, formKey } = written;
    const [made] = await tx
      .insert(measureMarks)
      .values({ kind: form.kind, place, formKey, madeBy: scope.actorId })
      .onConflictDoNothing({ target: measureMarks.formKey })
      .returning({ id: measureMarks.id });
    if (!made) return sentBefore(tx, formKey);
    const { id } = made;
    await tx.insert(measureMarkVersions).values({ markId: id, version: 1, ...rowOf(form), ...saidBy(scope) });
    await recordAudit(tx, scope, {
      event: 'chart-marked',
      subject: subject(id),
      details: { kind: form.kind },
    });
    return id;
  });

const sentBefore = async (tx: Transaction, formKey: string): Promise<string> => {
  const [found] = await tx
    .select({ id: measureMarks.id })
    .from(measureMarks)
    .where(eq(measureMarks.formKey, formKey));
  if (!found) throw new Conflict('This form was sent before. Open a new one.');
  return found.id;
};

interface Change {
  readonly id: string;
  /** The version somebody saw when the form was opened. */
  readonly version: number;
  readonly why: string;
}

const asSeen = async (tx: Transaction, { id, version }: Change): Promise<Mark> => {
  const found = await findMarkIn(tx, id);
  if (!found) throw new NotFound('There is nothing of this address on a chart.');
  if (found.mark.version !== version)
    throw new Conflict('Somebody changed this after you opened it. Open it again.');
  if (found.mark.isWithdrawn) throw new Conflict('This was withdrawn. Write a new one.');
  return found.mark;
};

const addVersion = async (
  tx: Transaction,
  scope: ChangeScope,
  change: Change,
  said: MarkWords & { readonly isWithdrawn: boolean },
): Promise<void> => {
  const { rowCount } = await tx
    .insert(measureMarkVersions)
    .values({
      ...{ markId: change.id, version: change.version + 1, isWithdrawn: said.isWithdrawn },
      changeWhy: markReason.parse(change.why),
      ...rowOf(said),
      ...saidBy(scope),
    })
    .onConflictDoNothing();
  if (rowCount === 0) throw new Conflict('Somebody changed this after you opened it. Open it again.');
};

/** Throws Conflict where somebody was faster, Invalid as `addMark` does. Kind and place stay. */
export const correctMark = (
  database: Database,
  scope: ChangeScope,
  written: WrittenMark & Change,
): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    const form = checked(written);
    refuseFamilies([written.why], written);
    const { kind } = await asSeen(tx, written);
    if (form.kind !== kind) throw new Invalid('A note stays a note.', 'Withdraw it, and write a new one.');
    await addVersion(tx, scope, written, { ...form, isWithdrawn: false });
    await recordAudit(tx, scope, { event: 'chart-mark-corrected', subject: subject(written.id) });
  });

/** It stands on no chart any more, and stays on record with the reason. */
export const withdrawMark = (
  database: Database,
  scope: ChangeScope,
  change: Change & Omit<WrittenMark, 'form'>,
): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    refuseFamilies([change.why], change);
    const mark = await asSeen(tx, change);
    await addVersion(tx, scope, change, { ...mark, isWithdrawn: true });
    await recordAudit(tx, scope, { event: 'chart-mark-withdrawn', subject: subject(change.id) });
  });
