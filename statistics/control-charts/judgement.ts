/** What a signal means for the people concerned: improvement, concern, or only higher or lower than usual. */
import type { Side } from './limits.ts';
import type { Signal } from './rules.ts';

export type Better = 'up' | 'down' | 'neither';
export type Judgement = 'improvement' | 'concern' | 'higher' | 'lower';

export const judgementOf = (side: Side, better: Better): Judgement => {
  if (better === 'neither') return side === 'above' ? 'higher' : 'lower';
  return (side === 'above') === (better === 'up') ? 'improvement' : 'concern';
};

/** Each meaning once, concern first: it is never hidden behind an improvement. */
export const judged = (signals: readonly Signal[], better: Better): Judgement[] => {
  const order: readonly Judgement[] = ['concern', 'improvement', 'higher', 'lower'];
  const found = new Set(signals.map(({ side }) => judgementOf(side, better)));
  return order.filter((judgement) => found.has(judgement));
};
