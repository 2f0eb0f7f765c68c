/** The address of a request as the values its operation asks for. What nobody asked for is refused, never ignored. */
import { z } from 'zod';
import { Invalid } from '../../platform/errors.ts';

type Given = readonly (readonly [name: string, text: string | undefined])[];

const innermost = (shape: unknown): unknown =>
  shape instanceof z.ZodOptional || shape instanceof z.ZodDefault ? innermost(shape.unwrap()) : shape;

const isList = (shape: unknown): boolean => innermost(shape) instanceof z.ZodArray;

/** Numbers travel as text. */
const readAs = (shape: unknown, texts: readonly (string | undefined)[]): unknown => {
  if (isList(shape)) return texts;
  const [text] = texts;
  const isNumber = innermost(shape) instanceof z.ZodNumber && /^-?\d{1,15}$/.test(text ?? '');
  return isNumber ? Number(text) : text;
};

const refuseStrangers = (known: readonly string[], given: Given): void => {
  const stranger = given.find(([name]) => !known.includes(name));
  if (stranger === undefined) return;
  throw new Invalid(
    `There is no parameter \`${stranger[0].slice(0, 40)}\` here.`,
    known.length > 0 ? `There are: ${known.join(', ')}.` : 'Leave it out.',
  );
};

const sentenceOf = (issue: z.core.$ZodIssue): string => {
  const name = `\`${String(issue.path[0])}\``;
  if (issue.code === 'invalid_value') return `${name} is one of ${issue.values.join(', ')}.`;
  if (issue.code === 'invalid_type' && issue.input === undefined) return `${name} is needed.`;
  return `${name}: ${issue.message}.`;
};

/** Throws `Invalid`, naming each parameter that cannot be used. */
export const readQuestion = <Q extends z.ZodObject>(shape: Q, given: Given): z.output<Q> => {
  refuseStrangers(Object.keys(shape.shape), given);
  const texts = Map.groupBy(given, ([name]) => name);
  const asked = [...texts].map(([name, pairs]): [string, unknown] => {
    const one = shape.shape[name];
    if (pairs.length > 1 && !isList(one))
      throw new Invalid(`\`${name}\` was given more than once.`, 'Give it once.');
    return [
      name,
      readAs(
        one,
        pairs.map(([, text]) => text),
      ),
    ];
  });
  const parsed = shape.safeParse(Object.fromEntries(asked));
  if (parsed.success) return parsed.data;
  throw new Invalid(
    parsed.error.issues.map(sentenceOf).join(' '),
    'The description at /api says what each parameter takes.',
  );
};
