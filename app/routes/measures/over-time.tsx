import { Picture } from '../../ui/charts/chart.tsx';
import { TwinTableView } from '../../ui/charts/twin-table.tsx';
import { DirectionMark } from '../../ui/direction-mark.tsx';
import { ChartDownloads, type PictureSource } from './chart-downloads.tsx';
import type { Multiple, OverTimeView } from './over-time-view.ts';

const MultipleView = ({ multiple }: { multiple: Multiple }) => (
  <li className="multiple">
    <h3>
      <DirectionMark reading={multiple.reading} isUp={multiple.isUp} />
      {multiple.name}
    </h3>
    <p className="soft small">{multiple.word}</p>
    {multiple.svg === null ? <p className="not-shown">–</p> : <Picture svg={multiple.svg} />}
  </li>
);

/** Small multiples: every group's own line, on scales they share. */
export const OverTime = ({ overTime, from }: { overTime: OverTimeView; from: PictureSource }) => (
  <section className="section" aria-labelledby="over-time">
    <p className="kicker">{overTime.heading}</p>
    <h2 id="over-time">{overTime.sentence}</h2>
    {overTime.reason === null ? (
      <>
        <p className="soft small">
          {overTime.what} Black: the group. Grey: everyone together. Band: what is usual for the group. The
          figure is its last final quarter.
        </p>
        <ul className="multiples">
          {overTime.multiples.map((multiple) => (
            <MultipleView key={multiple.name} multiple={multiple} />
          ))}
        </ul>
        <details id="over-time-table">
          <summary>Table</summary>
          <TwinTableView table={overTime.table} />
        </details>
        <ChartDownloads from={from} name="over-time" of={overTime.sentence} />
        <p className="soft small">
          In so many charts some show a sign by chance: about three in ten within three years, though nothing
          changed.
        </p>
      </>
    ) : (
      <p>{overTime.reason}</p>
    )}
  </section>
);
