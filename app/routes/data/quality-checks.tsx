import { TwinTableView } from '../../ui/charts/twin-table.tsx';
import { countText } from '../../ui/format/numbers.ts';
import type { QualityView } from './quality-view.ts';

const Past = ({ past }: { past: QualityView['past'] }) => (
  <>
    <p>
      <b>{past.length === 1 ? 'One check is' : `${countText(past.length)} checks are`} past the limit</b> in
      some files. By our reading of the federal dictionary, the indicators named would be marked DQ.
    </p>
    <ul>
      {past.map((one) => (
        <li key={one.title}>
          {one.title}, limit {one.limit}: past it in {one.periods} ({one.indicators})
        </li>
      ))}
    </ul>
  </>
);

/** Federal data-quality checks of each period's file. */
export const QualityChecks = ({ quality }: { quality: QualityView }) => (
  <section className="section" aria-labelledby="quality">
    <h2 id="quality">Federal quality checks</h2>
    {quality.tables.length === 0 ? (
      <p>These checks are of AFCARS and NCANDS files; this version was not made of any.</p>
    ) : quality.past.length === 0 ? (
      <p>All {countText(quality.told)} checks that could be made are within their limits.</p>
    ) : (
      <Past past={quality.past} />
    )}
    {quality.tables.map((table) => (
      <TwinTableView key={table.caption} table={table} />
    ))}
    {quality.tables.length === 0 ? null : (
      <p className="small soft">
        ▲ past its limit · – cannot be told, for instance while the next file is not here
      </p>
    )}
  </section>
);
