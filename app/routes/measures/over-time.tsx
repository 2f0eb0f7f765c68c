import { Picture } from '../../ui/charts/chart.tsx';
import { TwinTableView } from '../../ui/charts/twin-table.tsx';
import { DirectionMark } from '../../ui/direction-mark.tsx';
import { listText } from '../../words/list-text.ts';
import { ChartDownloads, type PictureSource } from './chart-downloads.tsx';
import type { Multiple, OverTimeView } from './over-time-view.ts';

const MultipleView = ({ multiple }: { multiple: Multiple }) => (
  <li className="multiple">
    <h3>
      {multiple.word === '' ? null : <DirectionMark reading={multiple.reading} isUp={multiple.isUp} />}
      {multiple.name}
    </h3>
    {multiple.word === '' ? null : <p className="soft small">{multiple.word}</p>}
    <Picture svg={multiple.svg} />
  </li>
);

interface OverTimeProps {
  readonly overTime: OverTimeView;
  readonly from: PictureSource;
}

const Multiples = ({ overTime, from }: OverTimeProps) => (
  <>
    {overTime.multiples.length === 0 ? null : (
      <p className="soft small">
        {overTime.what} Dark line: the group. Grey line: everyone together. The figure is the last final{' '}
        {overTime.period}.
        {overTime.period === 'year'
          ? ' Months and quarters of so few children are not shown.'
          : ' Band: what is usual for the group, where there are quarters enough to tell. In so many charts some show a sign by chance: about three in ten within three years, though nothing changed.'}
      </p>
    )}
    {overTime.multiples.length === 0 ? null : (
      <ul className="multiples">
        {overTime.multiples.map((multiple) => (
          <MultipleView key={multiple.name} multiple={multiple} />
        ))}
      </ul>
    )}
    {overTime.tooFew.length === 0 ? null : (
      <p className="soft">
        – Too few in a {overTime.period} to draw a line of {listText(overTime.tooFew)}. What may be shown of
        them stands in the table.
      </p>
    )}
    <details id="over-time-table">
      <summary>Table</summary>
      <TwinTableView table={overTime.table} />
    </details>
    {overTime.multiples.length === 0 ? null : (
      <ChartDownloads from={from} name="over-time" of={overTime.sentence} />
    )}
  </>
);

/** Small multiples: every group's own line, on scales they share. */
export const OverTime = ({ overTime, from }: OverTimeProps) => (
  <section className="section" aria-labelledby="over-time">
    <p className="kicker">{overTime.heading}</p>
    <h2 id="over-time">{overTime.sentence}</h2>
    {overTime.reason === null ? <Multiples overTime={overTime} from={from} /> : <p>{overTime.reason}</p>}
  </section>
);
