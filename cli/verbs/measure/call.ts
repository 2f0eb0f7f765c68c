/** What one call of `midcourse measure` asks for, checked. */
import { todayOn } from '../../../app/platform/clock.ts';
import { Invalid } from '../../../app/platform/errors.ts';
import {
  type Breakdown,
  isDay,
  type MeasureId,
  measureIds,
  parseWindow,
  type RawView,
  type Rhythm,
  readPreferences,
  type Window,
} from '../../../app/rooms/measures/public.ts';
import { readArguments } from '../../arguments.ts';

export interface MeasureCall {
  readonly sources: Pick<RawView, 'paths' | 'prefer' | 'ncandsLayout'>;
  readonly window: Window | null;
  readonly series: { readonly rhythm: Rhythm; readonly from: string; readonly to: string } | null;
  readonly asOf: string | null;
  readonly measures: readonly MeasureId[];
  readonly by: readonly Breakdown[];
  readonly format: 'table' | 'json' | 'csv';
  /** Why every cell of a stored version is wanted, however small; null: only what is safe to show. */
  readonly reason: string | null;
}

const breakdowns: readonly Breakdown[] = ['county', 'unit', 'age', 'race_ethnicity', 'aian_any', 'sex'];

const oneOf = <T extends string>(value: string, known: readonly T[], option: string): T => {
  const found = known.find((name) => name === value);
  if (found === undefined)
    throw new Invalid(`${option} ${value} is not known.`, `It takes ${known.join(', ')}.`);
  return found;
};

const readMeasures = (text: string | undefined): readonly MeasureId[] =>
  text === undefined
    ? measureIds
    : text.split(',').map((id) => oneOf(id.trim().toUpperCase(), measureIds, '--measure'));

const dayPattern = /^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$/;

const readDay = (text: string, option: string): string => {
  const day = text.length === 7 ? `${text}-01` : text;
  if (!dayPattern.test(text) || !isDay(day))
    throw new Invalid(`${option} ${text} is not a day.`, 'Write it as YYYY-MM-DD.');
  return day;
};

const readSeries = (
  rhythm: string | undefined,
  from: string | undefined,
  to: string | undefined,
): MeasureCall['series'] => {
  if (rhythm === undefined) return null;
  if (from === undefined) {
    throw new Invalid('A series needs --from, the first month.', 'For example --from 2022-10.');
  }
  return {
    rhythm: oneOf(rhythm, ['month', 'quarter'] as const, '--series'),
    from: readDay(from, '--from'),
    to: readDay(to ?? todayOn(), '--to'),
  };
};

const options = {
  window: { type: 'string' },
  'as-of': { type: 'string' },
  measure: { type: 'string' },
  by: { type: 'string', multiple: true },
  series: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  prefer: { type: 'string', multiple: true },
  layout: { type: 'string' },
  unsuppressed: { type: 'boolean' },
  reason: { type: 'string' },
} as const;

const readReason = (isUnsuppressed: boolean | undefined, reason: string | undefined): string | null => {
  const given = reason?.trim() ?? '';
  if (isUnsuppressed === true && given === '')
    throw new Invalid(
      '--unsuppressed needs --reason: it is put on record.',
      'For example --reason "review of the October files".',
    );
  if (isUnsuppressed !== true && given !== '')
    throw new Invalid('--reason belongs to --unsuppressed.', 'Give both or neither.');
  return isUnsuppressed === true ? given.slice(0, 500) : null;
};

/** Throws `Invalid` with what to write instead. */
export const readCall = (args: readonly string[]): MeasureCall => {
  const { values, positionals, format } = readArguments(
    {
      verb: 'measure',
      options,
      words: [1, Number.POSITIVE_INFINITY, 'path or version'],
      formats: ['table', 'csv'],
    },
    args,
  );
  const series = readSeries(values.series, values.from, values.to);
  if ((values.window === undefined) === (series === null)) {
    throw new Invalid('Give either --window or --series.', 'For example --window 23A23B.');
  }
  return {
    sources: {
      paths: positionals,
      ...(values.prefer ? { prefer: readPreferences(values.prefer) } : {}),
      ...(values.layout === undefined ? {} : { ncandsLayout: values.layout }),
    },
    window: values.window === undefined ? null : parseWindow(values.window),
    series,
    asOf: values['as-of'] === undefined ? null : readDay(values['as-of'], '--as-of'),
    measures: readMeasures(values.measure),
    by: [...new Set((values.by ?? []).map((name) => oneOf(name, breakdowns, '--by')))],
    format: oneOf(format ?? 'table', ['table', 'json', 'csv'] as const, '--format'),
    reason: readReason(values.unsuppressed, values.reason),
  };
};
