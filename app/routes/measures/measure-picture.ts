/** One chart of a measure page as a file: which one the address names, with everything that a figure must carry. */
import { Invalid, NotFound } from '../../platform/errors.ts';
import { programVersion } from '../../platform/program-version.ts';
import { findBySlug, type MeasureDefinition } from '../../rooms/measures/public.ts';
import { type PictureFile, pictureFile, type Tile } from '../../ui/charts/picture-file.ts';
import { dayText } from '../../ui/format/days.ts';
import type { Visit } from '../page.ts';
import { getVersionInUse } from '../version-in-use.ts';
import type { PictureName } from './chart-downloads.tsx';
import { filtersOf } from './measure-filters.ts';
import { readMeasure } from './measure-reading.ts';
import { type MeasureView, measureView } from './measure-view.ts';

interface Drawn {
  readonly sentence: string;
  readonly what: string;
  readonly tiles: readonly Tile[];
  readonly columns: number;
}

const alone = (sentence: string, what: string, svg: string): Drawn => ({
  sentence,
  what,
  tiles: [{ svg, name: null }],
  columns: 1,
});

const runOf = (view: MeasureView): Drawn =>
  alone(
    view.heading,
    `${view.definition.title}, ${view.definition.unit.words}, by ${view.rhythm} since ${view.since}. Filled: final. Hollow: in flight.`,
    view.chart.svg,
  );

const overTimeOf = ({ overTime }: MeasureView): Drawn | null => {
  const tiles = overTime.multiples.map(({ name, word, svg }) => ({
    svg,
    name: word === '' ? name : `${name}: ${word}`,
  }));
  return tiles.length === 0
    ? null
    : { sentence: overTime.sentence, what: overTime.what, tiles, columns: Math.min(3, tiles.length) };
};

const whoOf = ({ who }: MeasureView, id: 'who-step' | 'who-population'): Drawn | null => {
  const step = who?.steps.find((one) => one.id === id);
  return step?.chart
    ? alone(
        step.sentence,
        `${step.what}.${step.isAdjusted ? ' Filled: as it is. Hollow: adjusted by age.' : ''}`,
        step.chart.svg,
      )
    : null;
};

const pictures: Readonly<Record<PictureName, (view: MeasureView) => Drawn | null>> = {
  run: runOf,
  funnel: ({ variation }) =>
    variation && alone(variation.sentence, `${variation.what}. No ranks.`, variation.chart.svg),
  'over-time': overTimeOf,
  'who-step': (view) => whoOf(view, 'who-step'),
  'who-population': (view) => whoOf(view, 'who-population'),
};

const isPictureName = (text: string): text is PictureName => text in pictures;

const originText = (
  definition: MeasureDefinition,
  view: MeasureView,
  asOf: string,
  version: number,
): string =>
  [
    view.shownFor,
    `As of ${dayText(asOf)}, data version ${version}`,
    `definition ${definition.id} version ${definition.version}`,
    `Midcourse ${programVersion}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');

export interface NamedPicture extends PictureFile {
  readonly fileName: string;
}

export const measurePicture = async (visit: Visit): Promise<NamedPicture> => {
  const definition = findBySlug(visit.params.slug ?? '');
  if (!definition) throw new NotFound('There is no measure of this name.');
  const name = visit.url.searchParams.get('chart') ?? 'run';
  if (!isPictureName(name))
    throw new Invalid('The page has no such picture.', 'Choose one from the page of the measure.');
  const filters = filtersOf(visit.url.searchParams);
  const version = await getVersionInUse(visit);
  const reading = await readMeasure(version.files, definition, filters);
  const view = measureView(reading, filters.where, version.asOf);
  const drawn = pictures[name](view);
  if (drawn === null) throw new NotFound('For what is chosen there is nothing to draw here.');
  const words = {
    sentence: drawn.sentence,
    what: drawn.what,
    origin: originText(definition, view, version.asOf, version.number),
  };
  return {
    ...pictureFile(words, drawn.tiles, drawn.columns),
    fileName: `${definition.slug}-${name}-version-${version.number}`,
  };
};
