/**
 * The published federal context of a measure. Public aggregates that ship with the program, so no scope is asked for.
 * They stand beside our figures, labelled, and never enter one.
 */
import { NotFound } from '../../../platform/errors.ts';
import { type GroupObserved, type Observed, readObservedByGroup, readObservedByState } from './observed.ts';
import { type PublishedMeasureId, publishedMeasureIds } from './published-measure.ts';
import { readStandings, type Standing } from './standing.ts';
import { stateNames } from './state-names.ts';

export interface SeriesPoint extends Observed {
  /** What earlier publications said of the same window, latest first. */
  readonly earlier: readonly { readonly publication: string; readonly value: number | null }[];
}

export interface PublishedMeasure {
  readonly measure: PublishedMeasureId;
  /** Observed performance by window, oldest first, each as last published. Compare with this state's own past only. */
  readonly observed: readonly SeriesPoint[];
  /** Null for H1, which has no national performance. */
  readonly standing: Standing | null;
}

export interface PublishedState {
  readonly state: string;
  readonly name: string;
  readonly measures: readonly PublishedMeasure[];
}

const once = <T>(read: () => T): (() => T) => {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
};

const standings = once(readStandings);
const byState = once(readObservedByState);
const byGroup = once(readObservedByGroup);

/** Windows in order; of each the latest publication, with what the earlier ones said. */
const seriesOf = <T extends Observed>(rows: readonly T[]): (T & SeriesPoint)[] => {
  const windows = Map.groupBy(rows, ({ window }) => window.from);
  return [...windows.entries()]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([, published]) => {
      const [latest, ...before] = published.toSorted((a, b) => b.publication.localeCompare(a.publication));
      const earlier = before.map(({ publication, value }) => ({ publication, value }));
      return latest ? [{ ...latest, earlier }] : [];
    });
};

/** Codes and names of the 52 jurisdictions, by name. */
export const listPublishedStates = (): { readonly state: string; readonly name: string }[] =>
  Object.entries(stateNames)
    .map(([state, name]) => ({ state, name }))
    .sort((a, b) => a.name.localeCompare(b.name));

/** What is published of one measure in one state (`CA`). Throws NotFound for a state that is none. */
export const getPublishedMeasure = (state: string, measure: PublishedMeasureId): PublishedMeasure => {
  const code = state.toUpperCase();
  if (!stateNames[code])
    throw new NotFound(
      `There are no published figures for "${state}". States are named by two letters, such as CA.`,
    );
  return {
    measure,
    observed: seriesOf(byState().filter((row) => row.state === code && row.measure === measure)),
    standing: standings().find((row) => row.state === code && row.measure === measure) ?? null,
  };
};

/** What is published of a state: all eight measures, or those named. Throws NotFound for a state that is none. */
export const getPublishedState = (
  state: string,
  measures: readonly PublishedMeasureId[] = publishedMeasureIds,
): PublishedState => {
  const found = measures.map((measure) => getPublishedMeasure(state, measure));
  const code = state.toUpperCase();
  return { state: code, name: stateNames[code] ?? code, measures: found };
};

/** Observed performance of the nation's groups (`Age at entry`, `Race/ethnicity`), by group and window. */
export const listPublishedGroups = (measure: PublishedMeasureId): (GroupObserved & SeriesPoint)[] => {
  const rows = byGroup().filter((row) => row.measure === measure);
  const groups = Map.groupBy(rows, ({ dimension, group }) => `${dimension} ${group}`);
  return [...groups.values()].flatMap((group) => seriesOf(group));
};
