/** Reads a verb's arguments. Every verb takes --help and --json (= --format json); what it does not know is the caller's mistake. */
import { parseArgs } from 'node:util';
import { Invalid } from '../app/platform/errors.ts';

type Options = Readonly<
  Record<
    string,
    { readonly type: 'string' | 'boolean'; readonly multiple?: boolean; readonly short?: string }
  >
>;

type ValueOf<O extends Options[string]> = O extends { multiple: true }
  ? (O['type'] extends 'string' ? string : boolean)[]
  : O['type'] extends 'string'
    ? string
    : boolean;

export interface Arguments<O extends Options> {
  readonly values: { readonly [K in keyof O]?: ValueOf<O[K]> };
  readonly positionals: readonly string[];
  /** `json` for --json too; `undefined` when the caller named none. */
  readonly format: string | undefined;
}

export interface Expected<O extends Options> {
  readonly verb: string;
  readonly options: O;
  /** Fewest and most words beside the options, and what they are: `[1, Infinity, 'path']`. */
  readonly words: readonly [fewest: number, most: number, what: string];
  /** What --format takes beside `json`; none by default. */
  readonly formats?: readonly string[];
}

const shared = { help: { type: 'boolean' }, json: { type: 'boolean' }, format: { type: 'string' } } as const;

const wrong = (verb: string, problem: string): Invalid =>
  new Invalid(problem, `\`midcourse ${verb} --help\` says how to call it.`);

const checkWords = <O extends Options>({ verb, words }: Expected<O>, count: number): void => {
  const [fewest, most, what] = words;
  if (count < fewest) throw wrong(verb, `\`midcourse ${verb}\` needs a ${what}.`);
  if (count > most)
    throw wrong(verb, most === 0 ? `It takes no ${what}.` : `It takes no more than ${most} ${what}.`);
};

const parsed = <O extends Options>({ verb, options }: Expected<O>, args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: { ...options, ...shared }, allowPositionals: true });
  } catch (error) {
    throw wrong(verb, error instanceof Error ? error.message : String(error));
  }
};

/**
 * Parses strictly: `readArguments({ verb: 'use', options: { quiet: { type: 'boolean' } }, words: [1, 1, 'version'] }, args)`.
 * Throws `Invalid` (exit code 2) for an unknown option, a missing value, too few or too many words, an unknown format.
 */
export const readArguments = <const O extends Options>(
  expected: Expected<O>,
  args: readonly string[],
): Arguments<O> => {
  const { values, positionals } = parsed(expected, args);
  checkWords(expected, positionals.length);
  const { json, format: named, help: _, ...own } = values as Record<string, unknown>;
  const formats = ['json', ...(expected.formats ?? [])];
  if (typeof named === 'string' && !formats.includes(named))
    throw wrong(expected.verb, `--format takes ${formats.join(' or ')}.`);
  if (json === true && named !== undefined && named !== 'json')
    throw wrong(expected.verb, `--json and --format ${String(named)} are two wishes. Give one of them.`);
  const format = json === true ? 'json' : (named as string | undefined);
  return { values: own as Arguments<O>['values'], positionals, format };
};
