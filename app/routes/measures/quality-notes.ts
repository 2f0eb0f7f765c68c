/** What the federal checks of the files say about one measure and one window. */
import {
  followUpEndsOn,
  listQualityFindings,
  type MeasureDefinition,
  type QualityFinding,
  type Window,
} from '../../rooms/measures/public.ts';
import type { VersionInUse } from '../version-in-use.ts';

export interface QualityNotes {
  readonly sentence: string;
  /** Checks past their limit, each with its period. */
  readonly past: readonly string[];
}

const mostVersions = 3;
const kept = new Map<string, Promise<QualityFinding[]>>();

/** A version never changes: its findings are read once. */
const findingsOf = ({ contentId, manifest, folder }: VersionInUse): Promise<QualityFinding[]> => {
  const findings = kept.get(contentId) ?? listQualityFindings(manifest, folder);
  kept.delete(contentId);
  kept.set(contentId, findings);
  findings.catch(() => kept.delete(contentId));
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostVersions))) kept.delete(oldest);
  return findings;
};

const pastText = ({ title, period, value, limit, limitIs }: QualityFinding): string =>
  `${period}: ${title}, ${value?.toFixed(1) ?? '–'}% (limit at ${limitIs} ${limit}%)`;

/** Files of the window and of its follow-up: both go into the figure. */
const touches =
  (definition: MeasureDefinition, window: Window) =>
  ({ indicators, periodEndsOn }: QualityFinding): boolean =>
    indicators.includes(definition.id) &&
    periodEndsOn >= window.from &&
    periodEndsOn <= followUpEndsOn(definition, window);

const sentenceOf = (all: readonly QualityFinding[], own: readonly QualityFinding[]): string => {
  if (all.length === 0)
    return 'This version was not made of AFCARS or NCANDS files, so the federal quality checks do not apply.';
  if (own.length === 0) return 'None of the federal quality checks is about this measure in this window.';
  const told = own.filter(({ isPassed }) => isPassed !== null).length;
  const past = own.filter(({ isPassed }) => isPassed === false).length;
  if (past === 0) return `The ${told} federal checks that touch this figure are within their limits.`;
  return `${past} of ${told} federal checks that touch this figure ${past === 1 ? 'is' : 'are'} past the limit. By our reading, a figure on these files would be marked DQ.`;
};

export const qualityNotes = async (
  version: VersionInUse,
  definition: MeasureDefinition,
  window: Window,
): Promise<QualityNotes> => {
  const all = await findingsOf(version);
  const own = all.filter(touches(definition, window));
  return {
    sentence: sentenceOf(all, own),
    past: own.filter(({ isPassed }) => isPassed === false).map(pastText),
  };
};
