/** The arguments that `import` and `check` share. */
import { resolve } from 'node:path';
import { Invalid } from '../app/platform/errors.ts';
import { isDay, type Mapping, type Preferences, readPreferences } from '../app/rooms/measures/public.ts';
import { readArguments } from './arguments.ts';
import { readMappingFile } from './mapping-file.ts';

const shared = {
  prefer: { type: 'string', multiple: true },
  layout: { type: 'string' },
  mapping: { type: 'string' },
  'as-of': { type: 'string' },
  'show-values': { type: 'boolean' },
} as const;

const importing = { 'dry-run': { type: 'boolean' }, 'keep-current': { type: 'boolean' } } as const;

export interface ImportCall {
  readonly sources: {
    readonly paths: readonly string[];
    readonly prefer?: Preferences;
    readonly ncandsLayout?: string;
    readonly mapping?: Mapping;
    readonly asOf?: string;
  };
  readonly isDryRun: boolean;
  readonly putInUse: boolean;
  readonly showValues: boolean;
  readonly isJson: boolean;
}

const dayOf = (text: string): string => {
  if (isDay(text)) return text;
  throw new Invalid(`"${text}" is not a day.`, 'Write it as 2026-09-30.');
};

/** Throws `Invalid` for what is wrong with the call. */
export const readImportCall = (verb: 'import' | 'check', args: readonly string[]): ImportCall => {
  const options = verb === 'import' ? { ...shared, ...importing } : shared;
  const words = [1, Number.POSITIVE_INFINITY, 'path'] as const;
  const { values, positionals, format } = readArguments({ verb, options, words }, args);
  const chosen: Partial<Record<keyof typeof importing, boolean>> & typeof values = values;
  const { prefer, layout, mapping } = values;
  const asOf = values['as-of'];
  return {
    sources: {
      paths: positionals.map((path) => resolve(path)),
      ...(prefer && { prefer: readPreferences(prefer) }),
      ...(layout !== undefined && { ncandsLayout: resolve(layout) }),
      ...(mapping !== undefined && { mapping: readMappingFile(resolve(mapping)) }),
      ...(asOf !== undefined && { asOf: dayOf(asOf) }),
    },
    isDryRun: verb === 'check' || chosen['dry-run'] === true,
    putInUse: chosen['keep-current'] !== true,
    showValues: values['show-values'] === true,
    isJson: format === 'json',
  };
};
