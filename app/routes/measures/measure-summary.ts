/** One measure for the whole agency in short: how it runs, its last final figure, and what may be said of it. */
import {
  catalog,
  type Figure,
  figuresOf,
  followUpEndsOn,
  type Hidden,
  type MeasureDefinition,
  type MeasureId,
} from '../../rooms/measures/public.ts';
import { dayText, longMonthText } from '../../ui/format/days.ts';
import { inFlightSentence } from '../../words/figure-sentence.ts';
import { standingSentence } from '../../words/standing-sentence.ts';
import type { PageFiles } from '../version-in-use.ts';
import { finestRun } from './finest-run.ts';
import { finalCandidates, finalFederalYears, lastFinal } from './last-final.ts';
import type { MeasureRun } from './measure-run.ts';

export interface MeasureSummary {
  readonly definition: MeasureDefinition;
  readonly run: MeasureRun;
  readonly last: Figure | undefined;
  /** Why there is no figure at all; null where there can be one. */
  readonly absent: string | null;
  /** Why there is a last figure and it is not shown; null where it is, or where there is none. */
  readonly hidden: Hidden | null;
  readonly sentence: string;
  readonly inFlight: string | null;
}

export type Where = Readonly<Record<string, string>>;

/** October of the year four years back: whole federal years, and a baseline that moves once a year only. */
export const seriesStart = (asOf: string): string => {
  const year = Number(asOf.slice(0, 4)) - (asOf.slice(5, 7) >= '10' ? 3 : 4);
  return `${year}-10-01`;
};

export const inFlightOf = (definition: MeasureDefinition, run: MeasureRun): string | null => {
  const newest = run.series.points.at(-1);
  if (newest === undefined || newest.isFinal) return null;
  const last = run.series.points.findLast((point) => point.isFinal);
  return inFlightSentence(
    last ? longMonthText(last.to) : null,
    dayText(followUpEndsOn(definition, { from: newest.from, to: newest.to })),
  );
};

/** Reads and judges one measure; `where` narrows it to a county, a unit or a group. */
export const summarise = async (
  files: PageFiles,
  measure: MeasureId,
  where: Where = {},
): Promise<MeasureSummary> => {
  const definition = catalog[measure];
  const { asOf } = files.manifest;
  const { run } = await finestRun(files, definition, where, seriesStart(asOf));
  const candidates = await figuresOf(files, {
    measures: [measure],
    windows: [...finalCandidates(definition, asOf), ...finalFederalYears(definition, asOf)],
    by: [],
    where,
    asOf,
  });
  const last = lastFinal(candidates);
  return {
    definition,
    run,
    last,
    hidden: last ? null : (candidates.find(({ hidden }) => hidden !== undefined)?.hidden ?? null),
    absent: candidates[0]?.absent ?? null,
    sentence: standingSentence(run.standing),
    inFlight: inFlightOf(definition, run),
  };
};
