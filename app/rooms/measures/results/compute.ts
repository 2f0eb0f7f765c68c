/** Figures straight from a version's records, for any windows and any as-of the data reach. Nothing is kept. */
import { Invalid } from '../../../platform/errors.ts';
import { catalog } from '../catalog/catalog.ts';
import type { MeasureId } from '../catalog/definition-shape.ts';
import { absenceOf } from './absence.ts';
import { type AskedSums, answer } from './answer.ts';
import type { Dropped, Figure, FigureRequest } from './figure.ts';
import { passesOf } from './passes.ts';
import { readDropped, readReportDays } from './status.ts';
import { factsAsSource, type SumRow, sumsOf } from './sums.ts';
import { type VersionFiles, withRun } from './version-files.ts';

export interface Computed {
  readonly figures: readonly Figure[];
  readonly dropped: Dropped;
}

const checkRequest = ({ manifest }: VersionFiles, { asOf, windows }: FigureRequest): void => {
  if (asOf > manifest.asOf) {
    throw new Invalid(
      `The data are known as of ${manifest.asOf}; nothing can be said as of ${asOf}.`,
      `Choose an as-of day up to ${manifest.asOf}.`,
    );
  }
  const ahead = windows.find(({ from }) => from > asOf);
  if (ahead) {
    throw new Invalid(
      `The window from ${ahead.from} to ${ahead.to} begins after the as-of day, ${asOf}.`,
      'Choose a window that has begun.',
    );
  }
};

/** `dropped` is the same in every pass, so only one is asked for it. */
const computePass = (
  files: VersionFiles,
  request: FigureRequest,
  countsDropped: boolean,
): Promise<{ readonly figures: readonly Figure[]; readonly dropped: Dropped | null }> => {
  const measures = request.measures.filter((id) => absenceOf(catalog[id], files.manifest) === null);
  return withRun(files, { measures, windows: request.windows, asOf: request.asOf }, async (analytics) => {
    const rests = request.measures.some((id) => catalog[id].restsOnDispositions);
    const context = {
      manifest: files.manifest,
      asOf: request.asOf,
      by: request.by,
      reportDays: rests ? await readReportDays(analytics) : [],
    };
    const sums = (measure: MeasureId, asked: AskedSums): Promise<SumRow[]> =>
      sumsOf(analytics, { ...asked, source: factsAsSource(measure) });
    return {
      figures: await answer({ analytics, sums }, request, context),
      dropped: countsDropped ? await readDropped(analytics) : null,
    };
  });
};

/** Throws `Invalid` for an as-of later than the data's and for a window that has not begun by then. */
export const computeFigures = async (files: VersionFiles, request: FigureRequest): Promise<Computed> => {
  checkRequest(files, request);
  const passes: Awaited<ReturnType<typeof computePass>>[] = [];
  for (const windows of passesOf(files, request.windows)) {
    passes.push(await computePass(files, { ...request, windows }, passes.length === 0));
  }
  const dropped = passes[0]?.dropped;
  if (!dropped) throw new Error('A request is answered in at least one pass.');
  const figures = request.measures.flatMap((id) =>
    passes.flatMap((pass) => pass.figures.filter(({ measure }) => measure === id)),
  );
  return { figures, dropped };
};
