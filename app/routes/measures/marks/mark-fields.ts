/** A form of a mark as it was sent: every field as text, so that a refused form comes back as it was. */
import { type Mark, type MarkForm, type MeasureId, markForm } from '../../../rooms/measures/public.ts';

const single = [
  'kind',
  'formKey',
  'version',
  'place',
  'on',
  'label',
  'words',
  'source',
  'why',
  'withdrawal',
  'isAboutNobody',
] as const;
const several = ['measures', 'moves'] as const;

export type MarkFields = Readonly<Record<(typeof single)[number], string>> &
  Readonly<Record<(typeof several)[number], readonly string[]>>;

export type FieldProblems = Readonly<Record<string, string>>;

const textOf = (value: FormDataEntryValue | null): string =>
  typeof value === 'string' ? value.replaceAll(/\s*\r?\n\s*/g, ' ').trim() : '';

export const fieldsOf = (sent: FormData): MarkFields =>
  Object.fromEntries([
    ...single.map((name) => [name, textOf(sent.get(name))]),
    ...several.map((name) => [name, [...new Set(sent.getAll(name).map(textOf))]]),
  ]) as MarkFields;

/** Of a form that is opened; `measure` is the chart it was opened from. */
export const emptyFields = (kind: string, measure: string, place: string): MarkFields => ({
  ...fieldsOf(new FormData()),
  ...{ kind: kind === 'policy' ? 'policy' : 'note', formKey: crypto.randomUUID(), place },
  measures: measure === '' ? [] : [measure],
});

export const fieldsFrom = (mark: Mark): MarkFields => ({
  ...fieldsOf(new FormData()),
  ...{ kind: mark.kind, version: String(mark.version), place: mark.place, on: mark.on },
  ...{ label: mark.label, words: mark.words, source: mark.source, moves: mark.moves },
  measures: mark.measures,
});

/** What it moves stands on its chart too, whether or not that was ticked as well. */
const measuresOf = ({ measures, moves }: MarkFields): string[] => [...new Set([...measures, ...moves])];

export const readMarkFields = (
  fields: MarkFields,
):
  | { readonly ok: true; readonly form: MarkForm }
  | { readonly ok: false; readonly problems: FieldProblems } => {
  const { kind, on, label, words, moves, source } = fields;
  const parsed = markForm.safeParse({
    ...{ kind, on, words, measures: measuresOf(fields) },
    ...(kind === 'policy' ? { label, moves, source } : { label: '', moves: [], source: '' }),
  });
  if (parsed.success) return { ok: true, form: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => [String(path[0]), message] as const);
  return { ok: false, problems: Object.fromEntries(problems.toReversed()) };
};

export const firstMeasure = ({ measures }: Pick<MarkForm, 'measures'>): MeasureId | undefined => measures[0];
