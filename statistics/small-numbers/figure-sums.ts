/** Figures of the same kind added up, and one taken out of another: the total of groups, what is left of it. */
import { type CellFigure, sizeOf } from './small-cell-rule.ts';

/** `plus` of each count: 1 adds, -1 takes away. */
const combined = (a: CellFigure, b: CellFigure, plus: 1 | -1): CellFigure => {
  const events = a.events + plus * b.events;
  const children =
    a.children === undefined && b.children === undefined
      ? {}
      : { children: (a.children ?? 0) + plus * (b.children ?? 0) };
  const besides = a.besides
    ? { besides: a.besides.map((own, index) => combinedWith(own, b.besides?.[index], plus)) }
    : {};
  return a.kind === 'share'
    ? { kind: 'share', events, of: a.of + plus * sizeOf(b), ...children, ...besides }
    : { kind: 'rate', events, ...children, ...besides };
};

const combinedWith = (a: CellFigure, b: CellFigure | undefined, plus: 1 | -1): CellFigure =>
  b === undefined ? a : combined(a, b, plus);

/** The total of figures of one kind. */
export const sumOfFigures = (figures: readonly CellFigure[]): CellFigure =>
  figures.length === 0
    ? { kind: 'rate', events: 0 }
    : figures.slice(1).reduce((sum, figure) => combined(sum, figure, 1), figures[0] as CellFigure);

/** What is left of a figure without a part of it. */
export const figureWithout = (figure: CellFigure, part: CellFigure | undefined): CellFigure =>
  combinedWith(figure, part, -1);
