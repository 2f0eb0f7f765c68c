/** The line under a figure: what was counted, when, and whether it can still change. */
import { measurePhrases } from './measure-phrases.ts';

export interface CountedFigure {
  readonly measureId: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly window: string;
  readonly isFinal: boolean;
}

/** `final, 1,104 of 2,861 children, Oct 2024–Sep 2025`. */
export const countedSentence = (figure: CountedFigure): string => {
  const counted = measurePhrases[figure.measureId]?.counted ?? ((n: string, d: string) => `${n} of ${d}`);
  return `${figure.isFinal ? 'final' : 'in flight'}, ${counted(figure.numerator, figure.denominator)}, ${figure.window}`;
};

/** Says when figures after the last final one will be final; null where the newest is final. */
export const inFlightSentence = (lastFinal: string | null, newestFinalOn: string | null): string | null => {
  if (newestFinalOn === null) return null;
  const until =
    lastFinal === null ? 'No month is final yet.' : `Month by month, figures are final up to ${lastFinal}.`;
  return `${until} Later ones are still being followed; the newest will be final after ${newestFinalOn}.`;
};

/** The same in a few words, for the board. */
export const inFlightInShort = (firstInFlight: string): string =>
  `months from ${firstInFlight} still in flight`;

export interface ComplianceFigure {
  readonly label: string;
  readonly value: string;
}

/** The two promises of the talk, and what they do not say. */
export const complianceSentence = (figures: readonly ComplianceFigure[]): string =>
  figures.map(({ label, value }) => `${label} ${value}`).join(', ');

export const complianceCaveat = 'A promise we keep. It does not tell us whether families are better off.';
