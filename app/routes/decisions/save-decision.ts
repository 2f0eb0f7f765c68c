/** What happens to a form that was sent: it is kept, or it comes back as it was with what to do about it. */
import type { Place } from '../../commons/permissions/place.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { Conflict } from '../../platform/errors.ts';
import { readRecordNumberPatterns } from '../../rooms/measures/public.ts';
import {
  type ConsultedFigure,
  type DecisionForm,
  decide,
  decisionsPolicy,
  draftDecision,
  type FamilySigns,
  type FieldProblems,
  familySigns,
  freeTextsOf,
  reviseDraft,
} from '../../rooms/values/public.ts';
import type { Visit } from '../page.ts';
import { findVersionInUse } from '../version-in-use.ts';
import { type ConsultedVersion, consultFigure, forAnybody } from './consult-figure.ts';
import { isEffect, isMeasureId } from './decision-choices.ts';
import type { DecisionWriter } from './decision-writer.ts';
import { type DecisionFields, readFields } from './form-fields.ts';

/** Why a form comes back. `sentBefore`: this form made a decision already, and was changed since. */
export interface Refusal {
  readonly fields: DecisionFields;
  readonly problems: FieldProblems;
  readonly signs: FamilySigns | null;
  readonly sentBefore: string | null;
  readonly conflict: string | null;
}

export type Saved = { readonly id: string } | { readonly refusal: Refusal };

/** What deciding needs beyond a draft. */
const problemsOfDeciding = (form: DecisionForm, writer: DecisionWriter): FieldProblems => {
  const problems: Record<string, string> = {};
  if (form.revisitOn === null) problems.revisitOn = 'Choose when we look again; then it can be decided.';
  else if (form.revisitOn <= writer.defaults.today) problems.revisitOn = 'Choose a day after today.';
  if (!writer.mayDecideAt.includes(form.level))
    problems.level = 'You may not decide at this level. Keep it as a draft for who may.';
  return problems;
};

const read = (
  fields: DecisionFields,
  writer: DecisionWriter,
  decides: boolean,
): { readonly form: DecisionForm | null; readonly problems: FieldProblems } => {
  if (!isEffect(fields.effect)) return { form: null, problems: { effect: 'Choose from the list.' } };
  const known = new Set(writer.values.map(({ value }) => value));
  if ([...fields.serves, ...fields.tradesOff].some((value) => !known.has(value)))
    return { form: null, problems: { serves: 'Choose from the list.' } };
  const result = readFields(fields, writer.defaults);
  if (!result.ok) return { form: null, problems: result.problems };
  return { form: result.form, problems: decides ? problemsOfDeciding(result.form, writer) : {} };
};

/** Figures ticked before stay as they stood; new ones are taken down now. */
const consultedOf = async (
  version: ConsultedVersion | undefined,
  place: Place,
  ticked: readonly string[],
  before: readonly ConsultedFigure[],
): Promise<ConsultedFigure[]> => {
  const figures: ConsultedFigure[] = [];
  for (const measure of ticked.filter(isMeasureId)) {
    const known = before.find((figure) => figure.measure === measure);
    figures.push(known ?? (await consultFigure(version, measure, place)));
  }
  return figures;
};

export interface Before {
  readonly id: string;
  readonly consulted: readonly ConsultedFigure[];
}

interface Checked {
  readonly form: DecisionForm;
  readonly consulted: readonly ConsultedFigure[];
  readonly recordNumbers: readonly string[];
  readonly isAboutARule: boolean;
}

const store = async (
  visit: Visit,
  { place, defaults }: DecisionWriter,
  fields: DecisionFields,
  checked: Checked,
  before: Before | null,
): Promise<{ readonly id: string; readonly isDifferent: boolean }> => {
  const { services, actor } = visit;
  const scope = scopeFor(actor, decisionsPolicy['decisions.draft'], place);
  const { today } = defaults;
  if (!before) {
    const formKey = fields.formKey || crypto.randomUUID();
    return draftDecision(services.database, scope, { ...checked, place, today, formKey });
  }
  const revision = Number(fields.revision);
  await reviseDraft(services.database, scope, { ...checked, id: before.id, revision, today });
  return { id: before.id, isDifferent: false };
};

const decideNow = async (
  { services, actor }: Visit,
  { place, defaults }: DecisionWriter,
  id: string,
  revision: number,
): Promise<void> => {
  const scope = scopeFor(actor, decisionsPolicy['decisions.decide'], place);
  await decide(services.database, scope, { id, revision, today: defaults.today });
};

/** `before`: the draft that is changed, where it is not a new one. */
export const saveDecision = async (
  visit: Visit,
  writer: DecisionWriter,
  fields: DecisionFields,
  decides: boolean,
  before: Before | null,
): Promise<Saved> => {
  const back = (why: Partial<Refusal>): Saved => ({
    refusal: { fields, problems: {}, signs: null, sentBefore: null, conflict: null, ...why },
  });
  const { form, problems } = read(fields, writer, decides);
  if (!form || Object.keys(problems).length > 0) return back({ problems });
  const version = await findVersionInUse(visit);
  const recordNumbers = version ? await readRecordNumberPatterns(version.files) : [];
  const signs = familySigns(freeTextsOf(form), recordNumbers);
  const isAboutARule = fields.isAboutARule === 'yes';
  if (signs.refused.length > 0 || (signs.asked.length > 0 && !isAboutARule)) return back({ signs });
  const consulted = await consultedOf(
    version && forAnybody(version),
    writer.place,
    fields.consulted,
    before?.consulted ?? [],
  );
  const checked = { form, consulted, recordNumbers, isAboutARule };
  try {
    const { id, isDifferent } = await store(visit, writer, fields, checked, before);
    if (isDifferent) return back({ sentBefore: id });
    if (decides) await decideNow(visit, writer, id, before ? Number(fields.revision) + 1 : 1);
    return { id };
  } catch (error) {
    if (error instanceof Conflict) return back({ conflict: error.message });
    throw error;
  }
};
