/**
 * What may be shown of a data version, decided once and kept beside its prepared figures: a later start finds it there.
 * Like them it can always be made anew, and is, when the data, the definitions, the rule, the counted units or the way it
 * is decided change. Nothing of it is shown before the ledger has been asked (ledger.ts).
 */
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MeasureId, measureIds } from '../../catalog/definition-shape.ts';
import type { Window } from '../figure.ts';
import { type PreparationProgress, preparedFolder } from '../prepare.ts';
import { decideInThread, type StarsAsked } from './decide-in-thread.ts';
import { familyOf } from './family.ts';
import { isFederalYear } from './federal-year.ts';
import { keptByVersion } from './kept-by-version.ts';
import type { ProposedStar, StarAsked } from './proposed-star.ts';
import { type Timeline, timelineOf } from './rhythms.ts';

/** Everything by which it is decided but the data: a new release may decide otherwise. */
const sources = [
  new URL('./', import.meta.url),
  new URL('../../../../../statistics/small-numbers/', import.meta.url),
  new URL('../sums.ts', import.meta.url),
];

const textsOf = (place: URL): string[] =>
  place.pathname.endsWith('/')
    ? readdirSync(place)
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .toSorted()
        .map((name) => readFileSync(new URL(name, place), 'utf8'))
    : [readFileSync(place, 'utf8')];

let way: string | undefined;

const wayOfDeciding = (): string => {
  way ??= createHash('sha256').update(sources.flatMap(textsOf).join('\0')).digest('hex');
  return way;
};

/** Windows decided together, all equally long; the name of the file they are kept in, or null where they are not kept. */
interface Batch {
  readonly name: string | null;
  readonly windows: readonly Window[];
}

const timelines = keptByVersion<Timeline>();

const timelineIn = (files: StarsAsked['files']): Promise<Timeline> =>
  timelines(files, '', () => timelineOf(files));

const yearBatch = (window: Window): Batch => ({ name: `year ${window.from}`, windows: [window] });

const batchOf = async ({ files, window }: StarAsked): Promise<Batch> => {
  if (isFederalYear(window)) return yearBatch(window);
  const { month, quarter } = await timelineIn(files);
  const isIn = (windows: readonly Window[]): boolean =>
    windows.some(({ from, to }) => from === window.from && to === window.to);
  if (isIn(month)) return { name: 'months', windows: month };
  if (isIn(quarter)) return { name: 'quarters', windows: quarter };
  return { name: null, windows: [window] };
};

const folderOf = ({ files }: Pick<StarsAsked, 'files'>): string => join(preparedFolder(files), 'shown');

/** Units are shown of federal years alone. */
const keyOf = ({ family, rule, largeUnits }: StarsAsked, { windows }: Batch): string => {
  const units = windows.some(isFederalYear) ? [...largeUnits].toSorted() : [];
  return createHash('sha256')
    .update(JSON.stringify([wayOfDeciding(), family, rule, units]))
    .digest('hex')
    .slice(0, 32);
};

const fileOf = (asked: StarsAsked, batch: Batch): string =>
  join(folderOf(asked), `${asked.family.join('-')} ${batch.name} ${keyOf(asked, batch)}.json`);

const find = async (file: string): Promise<readonly ProposedStar[] | null> => {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as ProposedStar[]);
};

/** Whole, or not at all: a killed process leaves none that is half written under its name. */
const keepFile = async (file: string, text: string, folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const making = `${file}.making-${randomUUID()}`;
  await writeFile(making, text, { mode: 0o600 });
  await rename(making, file);
};

const decideBatch = async (asked: StarsAsked, batch: Batch): Promise<readonly ProposedStar[]> => {
  if (batch.name === null) return decideInThread(asked, batch.windows);
  const file = fileOf(asked, batch);
  const known = await find(file);
  if (known !== null) return known;
  const stars = await decideInThread(asked, batch.windows);
  await keepFile(file, JSON.stringify(stars), folderOf(asked));
  return stars;
};

const kept = keptByVersion<readonly ProposedStar[]>();

const starsOf = (asked: StarsAsked, batch: Batch): Promise<readonly ProposedStar[]> =>
  kept(asked.files, JSON.stringify([asked.family, batch.windows, keyOf(asked, batch)]), () =>
    decideBatch(asked, batch),
  );

export const decidedStar = async (asked: StarAsked): Promise<ProposedStar> => {
  const batch = await batchOf(asked);
  const stars = await starsOf(asked, batch);
  const at = batch.windows.findIndex(({ from }) => from === asked.window.from);
  const star = stars[at];
  if (!star) throw new Error('What may be shown was decided for other windows.');
  return star;
};

type Guarded = Pick<StarsAsked, 'files' | 'rule' | 'largeUnits'>;

/** What pages ask: every federal year, month and quarter of every family. */
const everything = async ({ files, rule, largeUnits }: Guarded): Promise<[StarsAsked, Batch][]> => {
  const { year, quarter, month } = await timelineIn(files);
  const batches: Batch[] = [
    ...year.toReversed().map(yearBatch),
    { name: 'quarters', windows: quarter },
    { name: 'months', windows: month },
  ];
  const families = new Map<string, readonly MeasureId[]>(
    measureIds
      .map((measure) => familyOf(measure, files.manifest))
      .filter((family) => family.length > 0)
      .map((family) => [family.join(), family]),
  );
  return [...families.values()].flatMap((family) =>
    batches
      .filter(({ windows }) => windows.length > 0)
      .map((batch): [StarsAsked, Batch] => [{ files, family, rule, largeUnits }, batch]),
  );
};

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null;

/** Written last, when everything else is there. */
const noteOf = (guarded: Guarded): string => {
  const { rule, largeUnits } = guarded;
  const all = JSON.stringify([wayOfDeciding(), rule, [...largeUnits].toSorted()]);
  return join(folderOf(guarded), `${createHash('sha256').update(all).digest('hex').slice(0, 32)}.done`);
};

export const areStarsDecided = async (guarded: Guarded): Promise<boolean> =>
  guarded.files.derivedFolder !== null && exists(noteOf(guarded));

/** What was decided by another rule, for other units or in another way. */
const removeOthers = async (guarded: Guarded, all: readonly [StarsAsked, Batch][]): Promise<void> => {
  const own = new Set([noteOf(guarded), ...all.map(([asked, batch]) => fileOf(asked, batch))]);
  for (const name of await readdir(folderOf(guarded))) {
    const path = join(folderOf(guarded), name);
    if (!own.has(path) && !name.includes('.making-')) await rm(path, { force: true });
  }
};

/** Decides everything that pages ask and keeps it; what is there already is left. Figures must be prepared. */
export const decideStars = async (
  guarded: Guarded,
  onProgress: (progress: PreparationProgress) => void = () => {},
): Promise<void> => {
  if (await areStarsDecided(guarded)) return;
  const all = await everything(guarded);
  for (const [done, [asked, batch]] of all.entries()) {
    const [measure] = asked.family;
    if (measure) onProgress({ measure, done, of: all.length });
    if (!(await exists(fileOf(asked, batch)))) await decideBatch(asked, batch);
  }
  await keepFile(noteOf(guarded), '', folderOf(guarded));
  await removeOthers(guarded, all);
};
