/** The door of the room: what pages, the command line and other rooms may use of it. */
export { catalog, findBySlug } from './catalog/catalog.ts';
export type {
  Breakdown,
  Direction,
  MeasureDefinition,
  MeasureId,
  MeasureKind,
} from './catalog/definition-shape.ts';
export { measureIds } from './catalog/definition-shape.ts';
export {
  isPublished,
  type PublishedMeasureId,
  publishedMeasureIds,
} from './published/published-measure.ts';
export {
  getPublishedMeasure,
  getPublishedState,
  listPublishedGroups,
  listPublishedStates,
  type PublishedMeasure,
  type PublishedState,
  type SeriesPoint,
} from './published/reads.ts';
export { type Standing, type Status, standingPublication, standingPublished } from './published/standing.ts';
export { type Computed, computeFigures } from './results/compute.ts';
export { figuresAsCsv, figuresAsJson } from './results/exports.ts';
export type { Cell, Dropped, Figure, FigureRequest, Window } from './results/figure.ts';
export { droppedOf, figuresOf, type SeriesRequest, seriesOf, windowsOf } from './results/figures.ts';
export { isPrepared, type PreparationProgress, prepareFigures } from './results/prepare.ts';
export { closePrepared } from './results/prepared.ts';
export { type RawView, withRawView } from './results/raw-view.ts';
export type { VersionFiles } from './results/version-files.ts';
export { federalName, parseWindow, type Rhythm, windowsBetween } from './results/windows.ts';
