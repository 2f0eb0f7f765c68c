/** The finest series of a measure that holds enough children to be read and may be shown: months, quarters or years. */
import {
  type Breakdown,
  type Figure,
  type MeasureDefinition,
  marksOn,
  seriesOf,
} from '../../rooms/measures/public.ts';
import type { PageFiles } from '../version-in-use.ts';
import { type MeasureRun, measureRun } from './measure-run.ts';

export type RunRhythm = 'month' | 'quarter' | 'federal_year';

export const periodWord = (rhythm: RunRhythm): 'month' | 'quarter' | 'year' =>
  rhythm === 'federal_year' ? 'year' : rhythm;

const rhythms: readonly RunRhythm[] = ['month', 'quarter', 'federal_year'];

/** Periods that are over: a month half gone is not a point. */
export const wholePeriods = (figures: readonly Figure[], asOf: string): Figure[] =>
  figures.filter((figure) => figure.window.to <= asOf);

const isReadable = (figures: readonly Figure[], { standing }: MeasureRun): boolean =>
  standing.amount !== 'few' && (figures.length === 0 || figures.some(({ hidden }) => hidden === undefined));

/** `since`: the first day of the first period. Years only where months and quarters are not shown at all. */
export const finestRun = async (
  files: PageFiles,
  definition: MeasureDefinition,
  where: Readonly<Partial<Record<Breakdown, string>>>,
  since: string,
): Promise<{ readonly run: MeasureRun; readonly rhythm: RunRhythm }> => {
  const { asOf } = files.manifest;
  const changes = marksOn(files.policyChanges, definition.id, where);
  let shown: { run: MeasureRun; rhythm: RunRhythm } | null = null;
  for (const rhythm of rhythms) {
    const request = { measure: definition.id, rhythm, from: since, to: asOf, where, asOf };
    const figures = wholePeriods(await seriesOf(files, request), asOf);
    const run = measureRun(definition, figures, changes);
    if (isReadable(figures, run)) return { run, rhythm };
    if (figures.some(({ hidden }) => hidden === undefined)) shown = { run, rhythm };
    if (shown !== null && rhythm === 'quarter') return shown;
    if (rhythm === 'federal_year') return shown ?? { run, rhythm };
  }
  throw new Error('There are rhythms.');
};
