/** One request answered from one place: figures from a run over the records, or from what is kept prepared. */
import { kindOf } from '../../../commons/permissions/place.ts';
import type { Scope } from '../../../commons/permissions/scope.ts';
import type { Analytics } from '../../../platform/analytics/duckdb.ts';
import { catalog } from '../catalog/catalog.ts';
import type { Breakdown, MeasureId } from '../catalog/definition-shape.ts';
import { absenceOf } from './absence.ts';
import { aggregateSums } from './aggregates.ts';
import { type AssemblyContext, assembleFigure, emptyFigure } from './assemble.ts';
import type { Figure, FigureRequest, Window } from './figure.ts';
import { reachesEverything } from './place-predicate.ts';
import type { SumRequest, SumRow } from './sums.ts';

export interface AnswerSource {
  /** Reads the version's `case_aggregates`. */
  readonly analytics: Analytics;
  /** A measure's sums, of windows, groups and filters it can carry. */
  readonly sums: (measure: MeasureId, asked: AskedSums) => Promise<SumRow[]>;
}

export type AskedSums = Pick<SumRequest, 'by' | 'where' | 'within'> & { readonly windows: readonly Window[] };

const nationNotCarried = 'What this measure counts does not say which Nation a child belongs to.';

/** A unit's or a Nation's own figures need facts that say so. */
const refusalWithin = (measure: MeasureId, within: Scope<never> | undefined): string | null => {
  const kinds = new Set((within?.places ?? []).map(kindOf));
  if (kinds.size !== 1) return null;
  if (kinds.has('unit')) return catalog[measure].notCarried.unit ?? null;
  return kinds.has('nation') && !catalog[measure].carriesNation ? nationNotCarried : null;
};

/** The reason a request cannot be answered for this measure at all, if there is one. */
export const refusal = (measure: MeasureId, request: FigureRequest): string | null => {
  const filters = Object.keys(request.where ?? {}) as Breakdown[];
  const notCarried = filters.map((breakdown) => catalog[measure].notCarried[breakdown]);
  return notCarried.find((reason) => reason !== undefined) ?? refusalWithin(measure, request.within);
};

const keyOf = ({ from, to }: Window): string => `${from}/${to}`;

const byWindow = (rows: readonly SumRow[]): Map<string, SumRow[]> =>
  Map.groupBy(rows, (row) => keyOf({ from: row.window_from, to: row.window_to }));

const fromAggregates = async (
  { analytics }: AnswerSource,
  measure: MeasureId,
  request: FigureRequest,
  context: AssemblyContext,
  absent: string,
): Promise<Figure[]> => {
  const held = context.manifest.tables.aggregates !== undefined && reachesEverything(request.within);
  const { windows, by, where = {} } = request;
  const rows = held ? await aggregateSums(analytics, measure, windows, by, where) : [];
  const found = byWindow(rows);
  return windows.map((window) => {
    const own = found.get(keyOf(window));
    if (!own) return emptyFigure(measure, window, absent, context);
    return { ...assembleFigure(measure, window, own, context), second: null, from: 'aggregates' };
  });
};

const figuresOfMeasure = async (
  source: AnswerSource,
  measure: MeasureId,
  request: FigureRequest,
  context: AssemblyContext,
): Promise<Figure[]> => {
  const refused = refusal(measure, request);
  if (refused) return request.windows.map((window) => emptyFigure(measure, window, refused, context));
  const absent = absenceOf(catalog[measure], context.manifest);
  if (absent) return fromAggregates(source, measure, request, context, absent);
  const carried = request.by.filter((breakdown) => catalog[measure].breakdowns.includes(breakdown));
  const rows = await source.sums(measure, {
    windows: request.windows,
    by: carried,
    where: request.where ?? {},
    within: request.within,
  });
  const found = byWindow(rows);
  return request.windows.map((window) =>
    assembleFigure(measure, window, found.get(keyOf(window)) ?? [], context),
  );
};

/** Figures in the order of the request: measure by measure, window by window. */
export const answer = async (
  source: AnswerSource,
  request: FigureRequest,
  context: AssemblyContext,
): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const measure of request.measures) {
    figures.push(...(await figuresOfMeasure(source, measure, request, context)));
  }
  return figures;
};
