/** Takes down a figure as it stands: what somebody looked at before deciding. */
import type { Place } from '../../commons/permissions/place.ts';
import { anybody, catalog, type Figure, figuresOf, type MeasureId } from '../../rooms/measures/public.ts';
import type { ConsultedFigure } from '../../rooms/values/public.ts';
import { hiddenSentence } from '../../words/hidden-cell.ts';
import { finalCandidates, lastFinal } from '../measures/last-final.ts';
import type { PageFiles } from '../version-in-use.ts';
import { figuresOfText, whereOf } from './place-of-figures.ts';

/** A data version, and the day up to which it is believed: its own, or for a story an earlier one. */
export interface ConsultedVersion {
  readonly number: number;
  readonly asOf: string;
  readonly files: PageFiles;
}

interface Stood {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly note: string | null;
}

/** A card goes where its figures may not: it holds what anybody may be shown. */
export const forAnybody = <V extends ConsultedVersion>(version: V): V => ({
  ...version,
  files: { ...version.files, viewer: anybody },
});

/** Once more, for a story told as of an earlier day, for which the door of the figures does not speak. */
const isSmall = (count: number | null): boolean => count !== null && count > 0 && count <= 10;

const stoodOf = (figure: Figure | undefined, isShare: boolean): Stood => {
  const none = { value: null, numerator: null, denominator: null };
  if (!figure) return { ...none, note: 'No figure was final then.' };
  const { value, numerator, denominator, absent, hidden } = figure;
  if (absent !== null) return { ...none, note: absent };
  if (hidden !== undefined) return { ...none, note: hiddenSentence(hidden) };
  const rest = isShare && numerator !== null && denominator !== null ? denominator - numerator : null;
  if (isSmall(numerator) || isSmall(rest)) return { ...none, note: hiddenSentence('few') };
  return { value, numerator, denominator, note: null };
};

/** The last final 12-month figure as of a day; without data, that there were none. */
export const consultFigure = async (
  version: ConsultedVersion | undefined,
  measure: MeasureId,
  place: Place,
): Promise<ConsultedFigure> => {
  const { title, version: definitionVersion, unit, interval } = catalog[measure];
  const kept = {
    measure,
    title,
    definitionVersion,
    unit: { per: unit.per, words: unit.words },
    of: figuresOfText(place),
  };
  const nothing = { value: null, numerator: null, denominator: null, window: null, isFinal: false };
  if (!version)
    return { ...kept, ...nothing, dataVersion: null, asOf: null, note: 'No case data had been brought in.' };
  const { asOf } = version;
  const windows = finalCandidates(catalog[measure], asOf);
  const where = whereOf(place);
  const figures = await figuresOf(version.files, { measures: [measure], windows, by: [], where, asOf });
  const figure =
    lastFinal(figures) ?? figures.find(({ absent, hidden }) => absent !== null || hidden !== undefined);
  return {
    ...kept,
    ...stoodOf(figure, interval === 'wilson'),
    dataVersion: version.number,
    asOf,
    window: figure?.window ?? null,
    isFinal: figure?.final ?? false,
  };
};
