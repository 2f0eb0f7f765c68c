import { IntervalBar } from '../../ui/interval-bar.tsx';
import { notShownHere, whyNotShown } from '../../words/hidden-cell.ts';
import type { BreakdownRow, MeasureView } from './measure-view.ts';

interface GroupsProps {
  readonly view: MeasureView;
  readonly rows: readonly BreakdownRow[];
  readonly caption: string;
}

const scaleOf = (rows: readonly BreakdownRow[]): [number, number] => {
  const ends = rows.flatMap(({ range }) => range ?? []);
  return ends.length === 0 ? [0, 1] : [Math.min(...ends), Math.max(...ends)];
};

const GroupRow = ({
  row,
  view,
  scale,
}: {
  row: BreakdownRow;
  view: MeasureView;
  scale: readonly [number, number];
}) => (
  <tr>
    <th scope="row">{row.group}</th>
    <td className="number">{row.value}</td>
    <td className="number">{row.interval}</td>
    <td>
      {row.note === null ? null : <span className="soft small">{row.note}</span>}
      {row.at === null || row.range === null ? null : (
        <IntervalBar at={row.at} range={row.range} scale={scale} reference={view.figure.at} />
      )}
    </td>
    <td className="number">{row.numerator}</td>
    <td className="number">{row.denominator}</td>
  </tr>
);

const Groups = ({ view, rows, caption }: GroupsProps) => {
  const scale = scaleOf(rows);
  const { cut, definition } = view;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-scroll" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{cut.name.charAt(0).toUpperCase() + cut.name.slice(1)}</th>
            <th scope="col" className="number">
              {definition.unit.per === 100 ? 'Share' : definition.unit.short}
            </th>
            <th scope="col" className="number">
              95% interval
            </th>
            <th scope="col">
              <span className="visually-hidden">Drawn</span>
            </th>
            <th scope="col" className="number">
              Counted
            </th>
            <th scope="col" className="number">
              Out of
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <GroupRow key={row.group} row={row} view={view} scale={scale} />
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** The rule in a line, and the way to the rest of it. */
export const NotShown = () => (
  <p className="soft">
    {notShownHere} <a href="/data/small-cells">{whyNotShown}</a>
  </p>
);

export const Breakdowns = ({ view }: { view: MeasureView }) => {
  const { cut } = view;
  const standing = view.figure.isFinal ? 'final' : 'in flight';
  return (
    <section className="section" aria-labelledby="breakdown">
      <h2 id="breakdown">By {cut.name}</h2>
      {cut.reason === null ? null : <p>{cut.reason}</p>}
      {cut.rows.length === 0 ? (
        <p className="soft">There is nothing to break down in this window.</p>
      ) : (
        <>
          <p className="soft">
            In alphabetical or natural order, never by value. The thin line is everyone together. Where an
            interval is wide, few children are behind it: differences inside it are what chance makes.
          </p>
          <Groups view={view} rows={cut.rows} caption={`${view.window}, ${standing}`} />
        </>
      )}
      {[...cut.rows, ...cut.beside].some(({ note }) => note !== null) ? <NotShown /> : null}
      {cut.beside.length === 0 ? null : (
        <>
          <p className="soft">
            Beside these, and never summed with them: children who are American Indian or Alaska Native in any
            combination and of any ethnicity. The groups above hide most of them.
          </p>
          <Groups view={view} rows={cut.beside} caption="Counted again, beside the groups" />
        </>
      )}
    </section>
  );
};
