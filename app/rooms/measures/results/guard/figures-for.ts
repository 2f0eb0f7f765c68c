/**
 * The one door between figures and whatever shows them: page, chart, tooltip, table, export, API, command line. Who may
 * see small cells of the place asked for gets its facts as they are, within their scope; everybody else gets figures from
 * which every cell is taken out that may not be shown (guarded-figure.ts). What was seen of few children is told to
 * `onSmallCells`, for the audit.
 */
import { isTooSmall, type SmallCellRule } from '../../../../../statistics/small-numbers/small-cell-rule.ts';
import { Invalid } from '../../../../platform/errors.ts';
import type { MeasureId } from '../../catalog/definition-shape.ts';
import type { Cell, Figure, FigureRequest } from '../figure.ts';
import { figuresOf as figuresOfEverybody, type SeriesRequest, windowsOf } from '../figures.ts';
import { preparedFolder } from '../prepare.ts';
import { cellFigureOf } from './cell-figure.ts';
import { guardedFigures } from './guarded-figure.ts';
import { keptLately } from './kept-lately.ts';
import type { GuardedFiles } from './shown-stars.ts';
import { openScope, type Viewer } from './viewer.ts';

export interface SmallCells {
  readonly measure: MeasureId;
  readonly where: Readonly<Record<string, string>>;
  readonly by: readonly string[];
}

/** A data version as one viewer may see it. */
export interface ViewedFiles extends GuardedFiles {
  readonly viewer: Viewer;
  readonly onSmallCells: (seen: SmallCells) => void;
}

const isSmallCell = (measure: MeasureId, { numerator, denominator }: Cell, rule: SmallCellRule): boolean =>
  numerator !== null &&
  denominator !== null &&
  Number.isSafeInteger(numerator) &&
  Number.isSafeInteger(denominator) &&
  isTooSmall(cellFigureOf(measure, { numerator, denominator, affected: null }), rule);

const holdsSmallCells = (figure: Figure, rule: SmallCellRule): boolean =>
  [figure, figure.second, ...Object.values(figure.by).flatMap((groups) => Object.values(groups))].some(
    (cell) => cell !== null && isSmallCell(figure.measure, cell, rule),
  );

const tellSmallCells = (
  { onSmallCells, rule }: ViewedFiles,
  { where = {}, by }: FigureRequest,
  figures: readonly Figure[],
): void => {
  const measures = new Set(
    figures.filter((figure) => holdsSmallCells(figure, rule)).map(({ measure }) => measure),
  );
  for (const measure of measures) onSmallCells({ measure, where, by });
};

/** The same for everybody who sees no small cells. A version never changes, nor what was once shown of it. */
const guarded = keptLately<readonly Figure[]>(1000);

const keyOf = (files: ViewedFiles, request: FigureRequest): string => {
  const { manifest, rule, largeUnits } = files;
  const kept = files.derivedFolder === null ? manifest.contentId : preparedFolder(files);
  return JSON.stringify([kept, rule, [...largeUnits], request]);
};

/** Figures in the order of the request. Throws as `figuresOf` of results does, and for an as-of that cannot be judged. */
export const figuresOf = async (files: ViewedFiles, request: FigureRequest): Promise<readonly Figure[]> => {
  const scope = openScope(files.viewer, request);
  if (scope !== null) {
    const figures = await figuresOfEverybody(files, { ...request, within: scope });
    tellSmallCells(files, request, figures);
    return figures;
  }
  if (request.asOf !== files.manifest.asOf) {
    throw new Invalid(
      `Figures as of another day than the data's own (${files.manifest.asOf}) may give away few children.`,
      'Ask as of the data’s own day, or ask an analyst.',
    );
  }
  return guarded(keyOf(files, request), async () =>
    guardedFigures(files, await figuresOfEverybody(files, request), request.where ?? {}),
  );
};

/** One figure a window, oldest first. What each counts is in the definition's `seriesInWords`. */
export const seriesOf = (files: ViewedFiles, request: SeriesRequest): Promise<readonly Figure[]> =>
  figuresOf(files, {
    measures: [request.measure],
    windows: windowsOf(request),
    by: request.by ?? [],
    where: request.where ?? {},
    asOf: request.asOf,
  });

/** Whether a viewer sees small cells wherever they look. */
export const seesEverything = (viewer: Viewer): boolean => openScope(viewer, {}) !== null;

/** What is kept of a place may be shared by viewers with the same key for that place: they see the same of it. */
export const viewKeyOf = (
  { viewer, rule, largeUnits }: Pick<ViewedFiles, 'viewer' | 'rule' | 'largeUnits'>,
  where: NonNullable<FigureRequest['where']>,
): string => {
  const open = openScope(viewer, { where });
  if (open !== null) return `${open.reach} ${open.places.toSorted().join(' ')}`;
  return `guarded ${rule.threshold} ${[...largeUnits].toSorted().join()}`;
};

/** Whether a viewer sees every cell of a request, however small. */
export const seesAllOf = ({ viewer }: ViewedFiles, where: NonNullable<FigureRequest['where']>): boolean =>
  openScope(viewer, { where }) !== null;
