/**
 * How many digits of a share or a rate are shown.
 *
 * Question: 17 of 40 children is 42.5%. What does the half percent say?
 *
 * Answer: nothing: one child more or less is 2.5%. Below 100 children shares and their intervals are shown in whole
 * percent, from 100 on with one digit; a rate of fewer than 100 events with two significant digits, from 100 on with
 * three.
 *
 * It is honest, and no protection: a whole percent of fewer than 100 children still has one count behind it when the
 * children are known, and an interval shown beside it gives away how many they are. What protects is to leave the figure
 * out, its interval, its point and its label with it (small-cell-rule.ts).
 *
 * Worked example: 17 of 40: 43%, interval 29 to 58%. 412 of 1,031: 40.0%. 9 events: 7.5 per 100,000 days.
 *
 * Source: D. G. Altman and J. M. Bland, "Presentation of numerical data", BMJ 312 (1996), p. 572.
 */
import type { CellFigure } from './small-cell-rule.ts';

const fewChildren = 100;

export type ShownDigits = { readonly afterPoint: number } | { readonly significant: number };

/** Of the value, and of both ends of its interval. */
export const shownDigits = (figure: CellFigure): ShownDigits =>
  figure.kind === 'share'
    ? { afterPoint: figure.of < fewChildren ? 0 : 1 }
    : { significant: figure.events < fewChildren ? 2 : 3 };
