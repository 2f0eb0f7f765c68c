/** What happens to a form of a mark: it is kept, or it comes back as it was with what to do about it. */
import { parsePlace } from '../../../commons/permissions/place.ts';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import { Conflict } from '../../../platform/errors.ts';
import {
  addMark,
  correctMark,
  freeTextsOfMark,
  type Mark,
  type MarkForm,
  markReason,
  marksPolicy,
  readRecordNumberPatterns,
  withdrawMark,
} from '../../../rooms/measures/public.ts';
import { type FamilySigns, familySigns } from '../../../rooms/values/public.ts';
import type { Visit } from '../../page.ts';
import { findVersionInUse } from '../../version-in-use.ts';
import { type FieldProblems, type MarkFields, readMarkFields } from './mark-fields.ts';

export interface MarkRefusal {
  readonly fields: MarkFields;
  readonly problems: FieldProblems;
  readonly signs: FamilySigns | null;
  readonly conflict: string | null;
}

export type SavedMark = { readonly form: MarkForm; readonly id: string } | { readonly refusal: MarkRefusal };

const refused = (fields: MarkFields, why: Partial<MarkRefusal>): { refusal: MarkRefusal } => ({
  refusal: { fields, problems: {}, signs: null, conflict: null, ...why },
});

/** Null where nothing in it looks as if it were about one family, or the writer says that it is not. */
const signsIn = (
  texts: readonly string[],
  { isAboutNobody }: MarkFields,
  recordNumbers: readonly string[],
): FamilySigns | null => {
  const signs = familySigns(texts, recordNumbers);
  const isAsked = signs.asked.length > 0 && isAboutNobody !== 'yes';
  return signs.refused.length > 0 || isAsked ? signs : null;
};

const recordNumbersOf = async (visit: Visit): Promise<readonly string[]> => {
  const version = await findVersionInUse(visit);
  return version ? readRecordNumberPatterns(version.files) : [];
};

const whyProblem = (why: string): FieldProblems => {
  const read = markReason.safeParse(why);
  return read.success ? {} : { why: read.error.issues[0]?.message ?? 'Say why.' };
};

/** Only a conflict comes back into the form; everything else has a page of its own. */
const unlessConflict = async (fields: MarkFields, work: () => Promise<SavedMark>): Promise<SavedMark> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Conflict) return refused(fields, { conflict: error.message });
    throw error;
  }
};

/** `before`: the mark that is corrected, where it is not a new one. */
export const saveMark = async (visit: Visit, fields: MarkFields, before: Mark | null): Promise<SavedMark> => {
  const { services, actor } = visit;
  const place = before?.place ?? parsePlace(fields.place);
  const scope = scopeFor(actor, marksPolicy['marks.change'], place);
  const read = readMarkFields(fields);
  const problems = { ...(read.ok ? {} : read.problems), ...(before ? whyProblem(fields.why) : {}) };
  if (!read.ok || Object.keys(problems).length > 0) return refused(fields, { problems });
  const recordNumbers = await recordNumbersOf(visit);
  const signs = signsIn([...freeTextsOfMark(read.form), fields.why], fields, recordNumbers);
  if (signs !== null) return refused(fields, { signs });
  const written = { form: read.form, recordNumbers, isAboutNobody: fields.isAboutNobody === 'yes' };
  return unlessConflict(fields, async () => {
    if (before === null) {
      const formKey = fields.formKey || crypto.randomUUID();
      return { form: read.form, id: await addMark(services.database, scope, { ...written, place, formKey }) };
    }
    const change = { id: before.id, version: Number(fields.version), why: fields.why };
    await correctMark(services.database, scope, { ...written, ...change });
    return { form: read.form, id: before.id };
  });
};

export const takeOffCharts = async (visit: Visit, fields: MarkFields, mark: Mark): Promise<SavedMark> => {
  const { services, actor } = visit;
  const scope = scopeFor(actor, marksPolicy['marks.change'], mark.place);
  const problems = whyProblem(fields.why);
  if (Object.keys(problems).length > 0) return refused(fields, { problems });
  const recordNumbers = await recordNumbersOf(visit);
  const signs = signsIn([fields.why], fields, recordNumbers);
  if (signs !== null) return refused(fields, { signs });
  const isAboutNobody = fields.isAboutNobody === 'yes';
  const change = { id: mark.id, version: Number(fields.version), why: fields.why };
  return unlessConflict(fields, async () => {
    await withdrawMark(services.database, scope, { ...change, recordNumbers, isAboutNobody });
    return { form: { ...mark, measures: [...mark.measures], moves: [...mark.moves] }, id: mark.id };
  });
};
