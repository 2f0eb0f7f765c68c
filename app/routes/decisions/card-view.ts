/** A decision card in words, ready to be shown. */
import { placeText } from '../../commons/permissions/place.ts';
import { catalog } from '../../rooms/measures/public.ts';
import type {
  ConsultedFigure,
  Decision,
  DecisionWithHistory,
  Revisit,
  Standing,
} from '../../rooms/values/public.ts';
import { dayText, windowText } from '../../ui/format/days.ts';
import { countText, valueText } from '../../ui/format/numbers.ts';
import {
  effectText,
  levelNames,
  sinceSentence,
  standingNames,
  sureNames,
} from '../../words/decision-words.ts';
import { isMeasureId } from './decision-choices.ts';

export interface DecisionLine {
  readonly id: string;
  readonly statement: string;
  readonly standing: string;
  readonly shape: 'open' | 'filled' | 'waiting' | 'closed';
  readonly level: string;
  readonly place: string;
  /** "decided 3 Mar 2026", "drafted 1 Mar 2026" */
  readonly when: string;
  readonly effect: string | null;
  readonly dueOn: string | null;
}

const shapes: Readonly<Record<Standing, DecisionLine['shape']>> = {
  draft: 'open',
  decided: 'filled',
  kept: 'filled',
  due: 'waiting',
  corrected: 'closed',
  reversed: 'closed',
  replaced: 'closed',
};

const isoDay = (instant: Date): string => instant.toISOString().slice(0, 10);

/** One decision in a list. */
export const lineOf = (decision: Decision): DecisionLine => ({
  id: decision.id,
  statement: decision.statement,
  standing: standingNames[decision.standing],
  shape: shapes[decision.standing],
  level: levelNames[decision.level],
  place: placeText(decision.place),
  when: decision.decidedOn
    ? `decided ${dayText(decision.decidedOn)}`
    : `drafted ${dayText(isoDay(decision.madeAt))}`,
  effect: decision.expectation
    ? effectText(decision.expectation.measure, decision.expectation.direction)
    : null,
  dueOn: decision.dueOn && dayText(decision.dueOn),
});

export interface ConsultedLine {
  readonly title: string;
  readonly slug: string | null;
  readonly value: string;
  readonly counted: string;
  readonly window: string;
  readonly origin: string;
}

const consultedLine = (figure: ConsultedFigure, hasLinks: boolean): ConsultedLine => {
  const { value, numerator, denominator, unit, window } = figure;
  const shown = valueText({ value, numerator, denominator }, unit);
  return {
    title: figure.title,
    slug: hasLinks && isMeasureId(figure.measure) ? catalog[figure.measure].slug : null,
    value: value === null ? (figure.note ?? '–') : `${shown}${unit.per === 100 ? '' : ` ${unit.words}`}`,
    counted: value === null ? '' : `${countText(numerator)} of ${countText(denominator)}`,
    window: window ? `${windowText(window.from, window.to)}, ${figure.isFinal ? 'final' : 'in flight'}` : '',
    origin: [
      figure.of,
      figure.asOf ? `as of ${dayText(figure.asOf)}` : null,
      figure.dataVersion === null ? null : `data version ${figure.dataVersion}`,
      `definition ${figure.definitionVersion}`,
    ]
      .filter((part) => part !== null)
      .join(', '),
  };
};

const sizeText = (size: number, per: number, words: string): string =>
  per === 100
    ? `by at least ${size} percentage ${size === 1 ? 'point' : 'points'}`
    : `by at least ${size} ${words}`;

const expectedOf = ({ expectation }: Decision, hasLinks: boolean) => {
  if (!expectation) return null;
  const { measure, direction, size, by, sure } = expectation;
  const known = isMeasureId(measure) ? catalog[measure] : null;
  return {
    effect: effectText(measure, direction),
    measure: known?.title ?? measure,
    slug: (hasLinks && known?.slug) || null,
    size:
      size === null || direction === 'same'
        ? null
        : sizeText(size, known?.unit.per ?? 1, known?.unit.words ?? ''),
    by: dayText(by),
    sure: sureNames[sure],
  };
};

export interface HistoryLine {
  readonly on: string;
  readonly text: string;
  readonly href: string | null;
}

const revisitLine = (
  { outcome, learned, lookedOn, nextOn, seen }: Revisit,
  { expectation }: Decision,
): HistoryLine => ({
  on: lookedOn,
  text: [
    `Looked at again: ${outcome}. ${learned}`,
    seen && expectation ? `The measure then: ${sinceSentence(seen, expectation.direction)}` : '',
    nextOn ? `Next: ${dayText(nextOn)}.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' '),
  href: null,
});

const followWords = {
  correction: 'Corrects',
  reversal: 'Reverses',
  version: 'Says without a mistake',
} as const;

const followedWords = {
  correction: 'Corrected by',
  reversal: 'Reversed by',
  version: 'Said without a mistake by',
} as const;

/** The day it was first written down: where a record was brought in later, the day it speaks of. */
const beganOn = ({ madeAt, decidedOn }: Decision): string =>
  decidedOn !== null && decidedOn < isoDay(madeAt) ? decidedOn : isoDay(madeAt);

const followingLines = ({ decision, follows, followedBy }: DecisionWithHistory): HistoryLine[] => {
  const lines: HistoryLine[] = [];
  if (decision.follows && follows)
    lines.push({
      on: beganOn(decision),
      text: `${followWords[decision.follows.as]}: ${follows.statement}`,
      href: `/decisions/${follows.id}`,
    });
  if (followedBy?.follows)
    lines.push({
      on: beganOn(followedBy),
      text: `${followedWords[followedBy.follows.as]}${followedBy.state === 'draft' ? ' (a draft)' : ''}: ${followedBy.statement}`,
      href: `/decisions/${followedBy.id}`,
    });
  return lines;
};

const historyOf = (card: DecisionWithHistory): HistoryLine[] => {
  const { decision, revisits } = card;
  const { decidedOn } = decision;
  const lines: HistoryLine[] = [];
  if (beganOn(decision) !== decidedOn) lines.push({ on: beganOn(decision), text: 'Drafted.', href: null });
  if (decidedOn)
    lines.push({ on: decidedOn, text: 'Decided. Everything on the card is locked since.', href: null });
  lines.push(...revisits.map((revisit) => revisitLine(revisit, decision)), ...followingLines(card));
  return lines
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .map((line) => ({ ...line, on: dayText(line.on) }));
};

/** `statements`: values by their ids, as they are said today. `hasLinks`: to the measures, for who may see them. */
export const cardView = (
  card: DecisionWithHistory,
  statements: ReadonlyMap<string, string>,
  hasLinks: boolean,
) => {
  const { decision } = card;
  const said = (ids: readonly string[]): string[] =>
    ids.map((id) => statements.get(id) ?? 'A value that is not shared with you.');
  return {
    line: lineOf(decision),
    revision: decision.revision,
    state: decision.state,
    isOpen: decision.dueOn !== null,
    dropped: decision.dropped,
    voices: decision.voices,
    decidedBy: decision.decidedBy,
    wouldChangeOurMind: decision.wouldChangeOurMind,
    serves: said(decision.serves),
    tradesOff: said(decision.tradesOff),
    consulted: decision.consulted.map((figure) => consultedLine(figure, hasLinks)),
    expected: expectedOf(decision, hasLinks),
    revisitOn: decision.revisitOn && dayText(decision.revisitOn),
    history: historyOf(card),
  };
};

export type CardView = ReturnType<typeof cardView>;
