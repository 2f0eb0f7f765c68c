/** The door of the room: what pages, the command line and other rooms may use of it. */
export { catalog } from './catalog/catalog.ts';
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
