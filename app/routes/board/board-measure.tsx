import { Picture } from '../../ui/charts/chart.tsx';
import { DirectionMark } from '../../ui/direction-mark.tsx';
import { BoardFlags } from './board-flags.tsx';
import type { BoardMeasure } from './board-view.ts';

const markOf = (reading: BoardMeasure['reading']) => (reading === 'unknown' ? 'steady' : reading);

/** One measure on the board: what it says, what it is, how it runs, its last final figure, and its counterpart. */
export const BoardMeasureView = ({ measure }: { measure: BoardMeasure }) => (
  <article className="board-measure">
    <h3>
      <DirectionMark reading={markOf(measure.reading)} isUp={measure.isUp} />
      <a href={`/measures/${measure.slug}${measure.search}`}>{measure.sentence}</a>
    </h3>
    <p className="what">{measure.title}</p>
    {measure.svg === null ? <div /> : <Picture svg={measure.svg} />}
    <p className="last">
      {measure.value === null ? null : <span className="figure">{measure.value}</span>}
      {measure.unit === '' ? null : <span className="unit"> {measure.unit}</span>}
      <span className="small">
        {measure.counted}
        {measure.inFlight === null ? null : <>; {measure.inFlight}</>}
      </span>
    </p>
    <p className="partner">
      Shown with <a href={`/measures/${measure.partner.slug}${measure.search}`}>{measure.partner.title}</a>{' '}
      <b>{measure.partner.value}</b>
      {measure.partner.word === null ? '' : `, ${measure.partner.word}`} ·{' '}
      <a href={`/measures/${measure.slug}${measure.search}#table`} aria-label={`Table: ${measure.title}`}>
        Table
      </a>
      <BoardFlags flags={measure.flags} />
    </p>
  </article>
);
