import { MonthBars } from '../../ui/month-bars.tsx';
import type { SayAndDoView } from './say-and-do-view.ts';

type Rows = SayAndDoView['byMonth'];

const runOf = (months: Rows[number]['months']): string =>
  months.map(({ month, percent }) => `${month} ${percent}`).join(', ');

const Bars = ({ rows }: { rows: Rows }) => (
  <ul className="month-list">
    {rows.map((row) => (
      <li key={row.name} className="month">
        <span>{row.id === null ? 'Served no value' : row.name}</span>
        <MonthBars
          shares={row.months.map(({ share }) => share)}
          title={`Share of review time by month: ${runOf(row.months)}`}
        />
      </li>
    ))}
  </ul>
);

const deedText = ({ percent, minutes, decisions, changes }: Rows[number]['months'][number]): string => {
  const parts = [`${minutes} min`];
  if (decisions !== '0') parts.push(`decisions ${decisions}`);
  if (changes !== '0') parts.push(`course changes ${changes}`);
  return percent === '–' && parts.length === 1 ? '–' : `${percent} · ${parts.join(' · ')}`;
};

/** Columns scroll inside, with the keyboard too. */
const Twin = ({ view }: { view: SayAndDoView }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section className="table-scroll" aria-label="Say and do by month, as a table" tabIndex={0}>
    <table className="table">
      <caption>Share of the month’s review time, minutes, decisions and course changes</caption>
      <thead>
        <tr>
          <th scope="col">Value</th>
          {view.monthNames.map((month) => (
            <th key={month} scope="col">
              {month}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.byMonth.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.id === null ? 'Served no value' : row.short}</th>
            {row.months.map((month) => (
              <td key={month.month}>{deedText(month)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** Review time month by month: a bar a month for each value, and the same as a table. */
export const SayAndDoMonths = ({ view }: { view: SayAndDoView }) => (
  <section className="section" aria-labelledby="by-month">
    <h2 id="by-month">Month by month</h2>
    <p className="soft">
      A bar is the share of a month’s review time in percent, {view.monthNames[0]} to {view.monthNames.at(-1)}
      ; a dot is a month without a review.
    </p>
    <Bars rows={view.byMonth} />
    <details>
      <summary>Table, with decisions and course changes</summary>
      <Twin view={view} />
    </details>
  </section>
);
