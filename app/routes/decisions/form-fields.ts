/** A decision form as it was sent: every field as text, so that a refused form comes back as it was. */
import {
  type DecisionForm,
  decisionForm,
  type FieldProblems,
  problemsIn,
} from '../../rooms/values/public.ts';
import { monthsAfter } from './months-after.ts';

const single = [
  'kind',
  'formKey',
  'revision',
  'place',
  'statement',
  'level',
  'decidedBy',
  'dropped',
  'voices',
  'effect',
  'size',
  'by',
  'sure',
  'wouldChangeOurMind',
  'lookAgainIn',
  'revisitOn',
  'isAboutARule',
] as const;
const several = ['serves', 'tradesOff', 'consulted'] as const;

type Single = (typeof single)[number];
type Several = (typeof several)[number];

export type DecisionFields = Readonly<Record<Single, string>> & Readonly<Record<Several, readonly string[]>>;

const texts = (sent: FormData, name: string): string[] =>
  sent.getAll(name).filter((value) => typeof value === 'string' && value !== '') as string[];

export const fieldsOf = (sent: FormData): DecisionFields =>
  Object.fromEntries([
    ...single.map((name) => [name, texts(sent, name)[0] ?? '']),
    ...several.map((name) => [name, [...new Set(texts(sent, name))]]),
  ]) as DecisionFields;

/** What a form of one minute does not ask. */
export interface Defaults {
  readonly level: string;
  readonly decidedBy: string;
  readonly today: string;
}

const numberOf = (text: string): number | null => (text === '' ? null : Number(text.replace(',', '.')));

const revisitOf = ({ revisitOn, lookAgainIn }: DecisionFields, today: string): string | null => {
  if (revisitOn !== '') return revisitOn;
  return /^(?:3|6|12)$/.test(lookAgainIn) ? monthsAfter(today, Number(lookAgainIn)) : null;
};

const expectationOf = (fields: DecisionFields, revisitOn: string | null): unknown => {
  if (fields.effect === '') return null;
  const [measure, direction] = fields.effect.split(':');
  return {
    measure,
    direction,
    size: numberOf(fields.size),
    by: fields.by || revisitOn || '',
    sure: fields.sure || 'likely',
  };
};

/** Where the problem of a part of the form is shown. */
const shownAt: Readonly<Record<string, string>> = {
  'expectation.measure': 'effect',
  'expectation.direction': 'effect',
  'expectation.size': 'size',
  'expectation.by': 'by',
  'expectation.sure': 'sure',
};

export type ReadForm =
  | { readonly ok: true; readonly form: DecisionForm }
  | { readonly ok: false; readonly problems: FieldProblems };

/** Lines end as the database keeps them, so that a form sent twice is the same. */
const lines = (text: string): string => text.replaceAll('\r\n', '\n');

export const readFields = (fields: DecisionFields, defaults: Defaults): ReadForm => {
  const revisitOn = revisitOf(fields, defaults.today);
  const parsed = decisionForm.safeParse({
    statement: lines(fields.statement).replaceAll('\n', ' '),
    level: fields.level || defaults.level,
    dropped: lines(fields.dropped),
    voices: lines(fields.voices),
    decidedBy: fields.decidedBy || defaults.decidedBy,
    wouldChangeOurMind: lines(fields.wouldChangeOurMind),
    serves: fields.serves,
    tradesOff: fields.tradesOff,
    expectation: expectationOf(fields, revisitOn),
    revisitOn,
  });
  if (parsed.success) return { ok: true, form: parsed.data };
  const found = Object.entries(problemsIn(parsed.error));
  return { ok: false, problems: Object.fromEntries(found.map(([at, why]) => [shownAt[at] ?? at, why])) };
};

/** A draft as the fields of its form. */
export const fieldsFrom = (
  form: DecisionForm,
  more: {
    readonly revision: number;
    readonly place: string;
    readonly consulted: readonly string[];
  },
): DecisionFields => ({
  kind: 'full',
  formKey: '',
  revision: String(more.revision),
  place: more.place,
  statement: form.statement,
  level: form.level,
  decidedBy: form.decidedBy,
  dropped: form.dropped,
  voices: form.voices,
  effect: form.expectation ? `${form.expectation.measure}:${form.expectation.direction}` : '',
  size: form.expectation?.size?.toString() ?? '',
  by: form.expectation?.by ?? '',
  sure: form.expectation?.sure ?? 'likely',
  wouldChangeOurMind: form.wouldChangeOurMind,
  lookAgainIn: '',
  revisitOn: form.revisitOn ?? '',
  isAboutARule: '',
  serves: form.serves,
  tradesOff: form.tradesOff,
  consulted: more.consulted,
});
