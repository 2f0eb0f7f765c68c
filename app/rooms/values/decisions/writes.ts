/** Writes decisions down, decides, looks again. Each change and its audit entry happen together or not at all. */
import { and, eq, sql } from 'drizzle-orm';
import { recordAudit } from '../../../commons/audit/writes.ts';
import { thing } from '../../../commons/links/thing.ts';
import { link } from '../../../commons/links/writes.ts';
import { whoCan } from '../../../commons/permissions/permission.ts';
import type { Place } from '../../../commons/permissions/place.ts';
import type { Scope } from '../../../commons/permissions/scope.ts';
import { transactIn } from '../../../commons/permissions/transact-in.ts';
import type { Audience } from '../../../commons/sharing/audience.ts';
import { share, takeBack } from '../../../commons/sharing/writes.ts';
import type { Day } from '../../../platform/clock.ts';
import type { Database, Transaction } from '../../../platform/database/database.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '../../../platform/errors.ts';
import type { ConsultedFigure } from './consulted-figure.ts';
import type { Decision } from './decision.ts';
import { type DecisionForm, decisionForm, freeTextsOf, problemsIn, type RevisitForm } from './forms.ts';
import { decidersAt, type Level, levelsOf } from './level.ts';
import { familySigns } from './one-family.ts';
import { findDecisionIn } from './reads.ts';
import type { SinceThen } from './since-then.ts';
import { decisions, revisits } from './tables.ts';

/** What is written down, and what it is checked against. */
export interface Written {
  readonly form: DecisionForm;
  readonly consulted: readonly ConsultedFigure[];
  /** What record numbers in the data in use look like (one-family.ts). */
  readonly recordNumbers: readonly string[];
  /** The writer was asked, and says that it is about a rule and not about one family. */
  readonly isAboutARule: boolean;
}

const subject = (id: string): string => `decision:${id}`;

const checked = ({ form, recordNumbers, isAboutARule }: Written): DecisionForm => {
  const parsed = decisionForm.safeParse(form);
  if (!parsed.success) {
    const said = Object.entries(problemsIn(parsed.error)).map(([field, problem]) => `${field}: ${problem}`);
    throw new Invalid(`This decision is not complete. ${said.join('; ')}`);
  }
  const { refused, asked } = familySigns(freeTextsOf(parsed.data), recordNumbers);
  if (refused.length > 0)
    throw new Invalid('A record number does not belong in a decision.', 'Write the rule, not the family.');
  if (asked.length > 0 && !isAboutARule)
    throw new Invalid('Is this about one family?', 'Write the rule, not the family.');
  return parsed.data;
};

const rowOf = ({ expectation, ...form }: DecisionForm, consulted: readonly ConsultedFigure[]) => ({
  ...form,
  consulted,
  expectedMeasure: expectation?.measure ?? null,
  expectedDirection: expectation?.direction ?? null,
  expectedSize: expectation?.size ?? null,
  expectedBy: expectation?.by ?? null,
  expectedSure: expectation?.sure ?? null,
});

export interface Drafted {
  readonly id: string;
  /** False where this form was sent before: the decision is the one it made then. */
  readonly isNew: boolean;
  /** True where it was sent before and said something else. */
  readonly isDifferent: boolean;
}

const isSame = (draft: Decision, form: DecisionForm): boolean =>
  (Object.keys(form) as (keyof DecisionForm)[]).every(
    (key) => JSON.stringify(draft[key]) === JSON.stringify(form[key]),
  );

/** Writes a draft down, once for each `formKey`. Throws Invalid for what is incomplete or about one family. */
export const draftDecision = (
  database: Database,
  scope: Scope<'decisions.draft'>,
  written: Written & { readonly place: Place; readonly formKey: string; readonly today: Day },
): Promise<Drafted> =>
  transactIn(database, scope, async (tx) => {
    const form = checked(written);
    const { place, formKey, consulted } = written;
    const [made] = await tx
      .insert(decisions)
      .values({ ...rowOf(form, consulted), place, formKey, madeBy: scope.actorId })
      .onConflictDoNothing({ target: decisions.formKey })
      .returning({ id: decisions.id });
    if (made) {
      await recordAudit(tx, scope, { event: 'decision-drafted', subject: subject(made.id) });
      return { id: made.id, isNew: true, isDifferent: false };
    }
    const before = await findDecisionIn(tx, eq(decisions.formKey, formKey), written.today);
    if (!before) throw new Conflict('This form was sent before. Open a new one.');
    return { id: before.id, isNew: false, isDifferent: !isSame(before, form) };
  });

const find = async (tx: Transaction, id: string, today: Day): Promise<Decision> => {
  const found = await findDecisionIn(tx, eq(decisions.id, id), today);
  if (!found) throw new NotFound('There is no such decision, or it is not shared with you.');
  return found;
};

const mustBeDraft = ({ state }: Decision): void => {
  if (state !== 'draft')
    throw new Conflict('This has been decided, so it stays as it is. Correct it with a new version instead.');
};

const changedSince = 'Somebody changed this decision after you opened it.';

/** The row with this id as it was opened: an update of another finds nothing, and says so. */
const asOpened = (id: string, revision: number) =>
  and(eq(decisions.id, id), eq(decisions.revision, revision));

const next = { revision: sql`${decisions.revision} + 1` };

/** Throws Conflict where somebody changed the draft since it was opened, and where it is none any more. */
export const reviseDraft = (
  database: Database,
  scope: Scope<'decisions.draft'>,
  written: Written & { readonly id: string; readonly revision: number; readonly today: Day },
): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    const form = checked(written);
    const { id, revision, consulted, today } = written;
    mustBeDraft(await find(tx, id, today));
    const { rowCount } = await tx
      .update(decisions)
      .set({ ...rowOf(form, consulted), ...next })
      .where(asOpened(id, revision));
    if (rowCount === 0) throw new Conflict(changedSince);
    await recordAudit(tx, scope, { event: 'decision-draft-changed', subject: subject(id) });
  });

/** A draft that is not needed goes; what was decided never does. */
export const discardDraft = (
  database: Database,
  scope: Scope<'decisions.draft'>,
  { id, revision, today }: { readonly id: string; readonly revision: number; readonly today: Day },
): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    mustBeDraft(await find(tx, id, today));
    const { rowCount } = await tx.delete(decisions).where(asOpened(id, revision));
    if (rowCount === 0) throw new Conflict(changedSince);
    await recordAudit(tx, scope, { event: 'decision-draft-discarded', subject: subject(id) });
  });

const mayDecide = (scope: Scope<'decisions.decide'>, level: Level): void => {
  if (!levelsOf(scope.roles).includes(level))
    throw new NotAllowed(
      `You may not decide at the level ${level}.`,
      whoCan({ mayBeDoneBy: decidersAt(level) }),
    );
};

/** Other rooms find decisions by these; the card itself keeps the same, locked. */
const linkWhatItServes = async (
  tx: Transaction,
  scope: Scope<never>,
  { id, serves, expectation }: Decision,
): Promise<void> => {
  for (const value of serves) await link(tx, scope, thing('decision', id), thing('value', value));
  if (expectation) await link(tx, scope, thing('decision', id), thing('measure', expectation.measure));
};

const replace = async (
  tx: Transaction,
  scope: Scope<'decisions.decide'>,
  before: Decision,
): Promise<void> => {
  mayDecide(scope, before.level);
  const { rowCount } = await tx
    .update(decisions)
    .set({ state: 'replaced', dueOn: null, ...next })
    .where(asOpened(before.id, before.revision));
  if (rowCount === 0) throw new Conflict(changedSince);
  await recordAudit(tx, scope, { event: 'decision-replaced', subject: subject(before.id) });
};

/** From now on the card is locked. Deciding what is decided changes nothing. */
export const decide = (
  database: Database,
  scope: Scope<'decisions.decide'>,
  { id, revision, today }: { readonly id: string; readonly revision: number; readonly today: Day },
): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    const draft = await find(tx, id, today);
    if (draft.state !== 'draft') return;
    mayDecide(scope, draft.level);
    if (draft.revisitOn === null || draft.revisitOn <= today)
      throw new Invalid('It needs a day on which you look again, after today.', 'Add the day, then decide.');
    const { rowCount } = await tx
      .update(decisions)
      .set({ state: 'decided', decidedOn: today, dueOn: draft.revisitOn, ...next })
      .where(asOpened(id, revision));
    if (rowCount === 0) throw new Conflict(changedSince);
    await recordAudit(tx, scope, { event: 'decision-made', subject: subject(id) });
    await linkWhatItServes(tx, scope, draft);
    if (draft.follows?.as === 'version') await replace(tx, scope, await find(tx, draft.follows.id, today));
  });

/** A draft with the same words that follows a decision; the one there is already where there is one. */
const followUp = async (
  tx: Transaction,
  scope: Scope<never>,
  before: Decision,
  as: 'correction' | 'reversal' | 'version',
): Promise<string> => {
  const { statement, level, dropped, voices, decidedBy, wouldChangeOurMind, serves, tradesOff } = before;
  const { expectation, consulted, place } = before;
  const form = { statement, level, dropped, voices, decidedBy, wouldChangeOurMind, serves, tradesOff };
  const isVersion = as === 'version';
  const row = rowOf(
    { ...form, expectation: isVersion ? expectation : null, revisitOn: isVersion ? before.revisitOn : null },
    isVersion ? consulted : [],
  );
  const [made] = await tx
    .insert(decisions)
    .values({
      ...row,
      place,
      formKey: crypto.randomUUID(),
      follows: before.id,
      followsAs: as,
      madeBy: scope.actorId,
    })
    .onConflictDoNothing({ target: decisions.follows })
    .returning({ id: decisions.id });
  if (made) {
    await recordAudit(tx, scope, {
      event: 'decision-drafted',
      subject: subject(made.id),
      details: { follows: before.id, as },
    });
    return made.id;
  }
  const there = await findDecisionIn(tx, eq(decisions.follows, before.id), '');
  if (there?.follows?.as !== as)
    throw new Conflict('Another draft follows this decision already. Decide or discard that one first.');
  return there.id;
};

/** What was written is wrong: a new version in draft that names this one. Nothing of this one changes until it is decided. */
export const correctRecord = (
  database: Database,
  scope: Scope<'decisions.draft'>,
  id: string,
  today: Day,
): Promise<string> =>
  transactIn(database, scope, async (tx) => {
    const before = await find(tx, id, today);
    if (before.state !== 'decided' && before.state !== 'kept')
      throw new Conflict('Only a decision that stands can be written again.');
    return followUp(tx, scope, before, 'version');
  });

export interface LookedAgain {
  readonly id: string;
  readonly form: RevisitForm;
  readonly seen: SinceThen | null;
  readonly today: Day;
}

/** Keeps what was seen and learned. Corrected and reversed make a linked draft, whose id is given. */
export const lookAgain = (
  database: Database,
  scope: Scope<'decisions.decide'>,
  { id, form, seen, today }: LookedAgain,
): Promise<string | null> =>
  transactIn(database, scope, async (tx) => {
    const decision = await find(tx, id, today);
    mayDecide(scope, decision.level);
    const { dueOn } = decision;
    if (dueOn === null) throw new Conflict('This decision does not wait to be looked at again.');
    const nextOn = form.outcome === 'kept' ? form.nextOn : null;
    if (nextOn !== null && nextOn <= today)
      throw new Invalid('The next day must come after today.', 'Choose a later day, or none.');
    const { rowCount } = await tx
      .insert(revisits)
      .values({ ...form, nextOn, decisionId: id, dueOn, lookedOn: today, seen, madeBy: scope.actorId })
      .onConflictDoNothing();
    if (rowCount === 0) throw new Conflict('Somebody has looked at this decision again already.');
    const changed = await tx
      .update(decisions)
      .set({ state: form.outcome, dueOn: nextOn, learned: form.learned, ...next })
      .where(asOpened(id, decision.revision));
    if (changed.rowCount === 0) throw new Conflict(changedSince);
    await recordAudit(tx, scope, { event: `decision-${form.outcome}`, subject: subject(id) });
    if (form.outcome === 'kept') return null;
    return followUp(tx, scope, decision, form.outcome === 'corrected' ? 'correction' : 'reversal');
  });

/** Drafts are never shared. */
export const shareDecision = (
  database: Database,
  scope: Scope<'decisions.share'>,
  { id, audience, today }: { readonly id: string; readonly audience: Audience; readonly today: Day },
): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    const { place, state } = await find(tx, id, today);
    if (state === 'draft') throw new Conflict('A draft is not shared. Decide first.');
    await share(tx, scope, thing('decision', id), audience, place);
  });

export const takeBackDecision = (
  database: Database,
  scope: Scope<'decisions.share'>,
  { id, audience }: { readonly id: string; readonly audience: Audience },
): Promise<void> => transactIn(database, scope, (tx) => takeBack(tx, scope, thing('decision', id), audience));
