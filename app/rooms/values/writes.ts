/** Adds values and ties measures to them. Each change and its audit entry happen together or not at all. */
import { recordAudit } from '../../commons/audit/writes.ts';
import { thing } from '../../commons/links/thing.ts';
import { link, unlink } from '../../commons/links/writes.ts';
import type { Scope } from '../../commons/permissions/scope.ts';
import { transactIn } from '../../commons/permissions/transact-in.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import { type ValueForm, valueForm } from './forms.ts';
import { agencyValues } from './tables.ts';

type ChangeScope = Scope<'values.change'>;

const checked = (form: ValueForm): ValueForm => {
  const parsed = valueForm.safeParse(form);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Invalid(`This value is not complete. ${problems.join('; ')}`);
};

/** True when it was added, false when its id or its place was taken. */
const add = async (tx: Transaction, scope: ChangeScope, form: ValueForm): Promise<boolean> => {
  const { rowCount } = await tx
    .insert(agencyValues)
    .values({ ...checked(form), madeBy: scope.actorId })
    .onConflictDoNothing();
  if (rowCount === 0) return false;
  await recordAudit(tx, scope, { event: 'value-added', subject: `value:${form.id}` });
  return true;
};

/** Throws Invalid for an incomplete form, Conflict when its id or its place in the order is taken. */
export const addValue = (database: Database, scope: ChangeScope, form: ValueForm): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    if (!(await add(tx, scope, form)))
      throw new Conflict(`There is already a value "${form.id}", or one at place ${form.position}.`);
  });

/** Adds the value with its measures where it is missing; what is there stays as people left it. True when added. */
export const ensureValue = (
  database: Database,
  scope: ChangeScope,
  form: ValueForm,
  measures: readonly string[],
): Promise<boolean> =>
  transactIn(database, scope, async (tx) => {
    const isNew = await add(tx, scope, form);
    for (const measure of isNew ? measures : [])
      await link(tx, scope, thing('value', form.id), thing('measure', measure));
    return isNew;
  });

/** From now on this measure tells whether the value shows. Twice is once. */
export const tieMeasure = (
  database: Database,
  scope: ChangeScope,
  valueId: string,
  measure: string,
): Promise<void> =>
  transactIn(database, scope, (tx) => link(tx, scope, thing('value', valueId), thing('measure', measure)));

export const untieMeasure = (
  database: Database,
  scope: ChangeScope,
  valueId: string,
  measure: string,
): Promise<void> =>
  transactIn(database, scope, (tx) => unlink(tx, scope, thing('value', valueId), thing('measure', measure)));
