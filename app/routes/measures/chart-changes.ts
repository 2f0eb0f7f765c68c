/** Why a chart has another usual range from a day on, and that a figure lies across that day: in sentences. */
import {
  isAcross,
  type MeasureDefinition,
  type PolicyChange,
  type Window,
} from '../../rooms/measures/public.ts';
import { dayText } from '../../ui/format/days.ts';

export interface ChangeSentences {
  readonly href: string;
  /** "Alternative response, 1 Jul 2023" */
  readonly name: string;
  readonly says: string;
}

const withStop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const effectOf = (definition: MeasureDefinition, window: Window, { on, moves }: PolicyChange): string => {
  if (!moves.includes(definition.id))
    return 'It does not change what is counted here, so the usual range goes on.';
  const waits =
    definition.followUp.months + definition.followUp.days === 0
      ? ''
      : ' Periods whose children were still followed on that day are held against neither.';
  const across = isAcross(definition, window, on)
    ? ' The figure at the top lies across that day: it counts partly by each rule.'
    : '';
  return `What is counted here changed with it, whatever happened to children: the usual range begins anew, the old one stays drawn before it.${waits}${across}`;
};

/** Oldest first. `window`: of the figure at the top of the page. */
export const changeSentences = (
  definition: MeasureDefinition,
  window: Window,
  changes: readonly PolicyChange[],
): ChangeSentences[] =>
  changes.map((change) => ({
    href: `/measures/marks#mark-${change.id}`,
    name: `${change.label}, ${dayText(change.on)}`,
    says: `${withStop(change.words)} ${effectOf(definition, window, change)} Source: ${withStop(change.source)}`,
  }));
