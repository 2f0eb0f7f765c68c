/** What a revisit puts side by side: the locked expectation, and what the measure did since. */
import type { Decision } from '../../rooms/values/public.ts';
import type { DrawnChart } from '../../ui/charts/drawn-chart.ts';
import type { ChartFlag } from '../../ui/charts/run-points.ts';
import { dayText } from '../../ui/format/days.ts';
import { countText, valueText } from '../../ui/format/numbers.ts';
import { sinceSentence } from '../../words/decision-words.ts';
import { shortened } from '../../words/shortened.ts';
import type { Visit } from '../page.ts';
import { findReadyVersion } from '../prepared-version.ts';
import { maySeeMeasures } from './card-reading.ts';
import { figuresOfText } from './place-of-figures.ts';
import { type SinceDecided, sinceChart, sinceDecided } from './since-decided.ts';

export interface StretchLine {
  readonly label: string;
  readonly value: string;
  readonly counted: string;
}

export interface SinceView {
  readonly sentence: string;
  readonly chart: DrawnChart;
  readonly flags: readonly ChartFlag[];
  readonly what: string;
  readonly stretches: readonly StretchLine[];
  readonly inFlight: string | null;
  readonly origin: string;
}

const stretchLine = (
  label: string,
  { value, numerator, denominator }: SinceDecided['seen']['before'],
  { unit }: SinceDecided['definition'],
): StretchLine => ({
  label,
  value:
    value === null
      ? 'too few to say'
      : `${valueText({ value, numerator, denominator }, unit)}${unit.per === 100 ? '' : ` ${unit.short}`}`,
  counted: value === null ? '' : `${countText(numerator)} of ${countText(denominator)}`,
});

const points = (count: number, rhythm: string): string => `${count} ${rhythm}${count === 1 ? '' : 's'}`;

const viewOf = (decision: Decision, since: SinceDecided, flags: readonly ChartFlag[]): SinceView => {
  const { seen, definition } = since;
  const { rhythm } = seen;
  const sentence = sinceSentence(seen, decision.expectation?.direction ?? 'same');
  return {
    sentence,
    chart: sinceChart(since, sentence),
    flags,
    what: `${definition.title}, ${definition.unit.words}, by ${rhythm}, ${figuresOfText(decision.place)}`,
    stretches: [
      stretchLine(
        `Before: the last ${points(seen.before.points, rhythm)} that are final`,
        seen.before,
        definition,
      ),
      stretchLine(`Since: ${points(seen.after.points, rhythm)} that are final`, seen.after, definition),
    ],
    inFlight:
      seen.inFlight === 0 ? null : `${points(seen.inFlight, rhythm)} more are in flight: not judged yet.`,
    origin: `As of ${dayText(seen.asOf)}, data version ${seen.dataVersion}, definition ${seen.definitionVersion}.`,
  };
};

export type ReadSince =
  | { readonly state: 'read'; readonly since: SinceDecided; readonly view: SinceView }
  | { readonly state: 'not-yet' | 'nothing-expected' | 'not-allowed' };

/** `not-yet`: no data, or their figures are being prepared. */
export const readSince = async (visit: Visit, decision: Decision): Promise<ReadSince> => {
  if (!decision.expectation || !decision.decidedOn) return { state: 'nothing-expected' };
  if (!maySeeMeasures(visit)) return { state: 'not-allowed' };
  const found = await findReadyVersion(visit);
  if (found.state !== 'ready') return { state: 'not-yet' };
  const flags = [
    {
      on: decision.decidedOn,
      number: 1,
      label: shortened(decision.statement),
      href: `/decisions/${decision.id}`,
    },
  ];
  const since = await sinceDecided(found.version, decision, flags);
  return since === null
    ? { state: 'nothing-expected' }
    : { state: 'read', since, view: viewOf(decision, since, flags) };
};
