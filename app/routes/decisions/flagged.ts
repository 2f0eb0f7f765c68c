/** Puts flags on series that are kept in memory, without changing what is kept. */
import type { ChartFlag } from '../../ui/charts/run-points.ts';
import type { MeasureRun } from '../measures/measure-run.ts';
import type { Summaries } from '../measures/summaries-in-memory.ts';

type Flags = ReadonlyMap<string, readonly ChartFlag[]>;

const flaggedRun = (run: MeasureRun, flags: readonly ChartFlag[]): MeasureRun => ({
  ...run,
  series: { ...run.series, flags },
});

export const flagged = <T extends { readonly run: MeasureRun }>(
  read: T,
  flags: readonly ChartFlag[] | undefined,
): T => (flags === undefined || flags.length === 0 ? read : { ...read, run: flaggedRun(read.run, flags) });

export const flaggedSummaries = (summaries: Summaries, flags: Flags): Summaries =>
  Object.fromEntries(
    Object.entries(summaries).map(([measure, summary]) => [measure, flagged(summary, flags.get(measure))]),
  ) as Summaries;
