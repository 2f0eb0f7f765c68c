import { Chart } from '../../ui/charts/chart.tsx';
import type { SinceView } from './revisit-reading.ts';

const reasons: Readonly<Record<string, string>> = {
  'nothing-expected':
    'No effect on a measure was written down, so there is nothing to hold it against. What was learned in other ways counts too.',
  'not-yet': 'There are no figures to show now: no case data are in use, or they are being prepared.',
  'not-allowed': 'The agency’s own people see here what the measure did. Ask them what they saw.',
};

/** What the measure did before and after, with everything its figures must carry. */
export const SinceSection = ({ since, state }: { since: SinceView | null; state: string }) => (
  <section className="section" aria-labelledby="since">
    <h2 id="since">What the measure did</h2>
    {since === null ? (
      <p className="soft">{reasons[state]}</p>
    ) : (
      <>
        <p className="lead">{since.sentence}</p>
        <dl className="facts">
          {since.stretches.map(({ label, value, counted }) => (
            <div key={label} className="fact">
              <dt>{label}</dt>
              <dd>
                <b>{value}</b> <span className="soft">{counted}</span>
              </dd>
            </div>
          ))}
        </dl>
        <p className="soft small">
          {since.what}. Filled: final. Hollow: in flight. {since.inFlight} {since.origin}
        </p>
        <Chart chart={since.chart} flags={since.flags} tableLabel="Table" tableId="table" />
        <p className="soft small">
          The chart’s own rules speak here: seven final points on one side of the mean. Something else may
          have happened at the same time; the chart cannot tell it apart.
        </p>
      </>
    )}
  </section>
);
