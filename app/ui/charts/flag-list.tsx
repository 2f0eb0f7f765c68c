import { dayText } from '../format/days.ts';
import type { ChartChange, ChartFlag } from './run-points.ts';

interface FlagListProps {
  readonly flags: readonly ChartFlag[];
  readonly changes?: readonly ChartChange[];
}

/** What is marked on a chart in words, each leading to what it marks: the picture itself holds no links. */
export const FlagList = ({ flags, changes = [] }: FlagListProps) =>
  flags.length + changes.length === 0 ? null : (
    <ul className="flags" aria-label="Marked on the chart">
      {changes.map(({ on, label, href, isNewBaseline }) => (
        <li key={href}>
          <span
            className={isNewBaseline ? 'change-rule' : 'change-rule change-rule-light'}
            aria-hidden="true"
          />{' '}
          <a href={href}>{label}</a>{' '}
          <span className="soft">
            {dayText(on)}
            {isNewBaseline ? ', counted anew from then on' : ''}
          </span>
        </li>
      ))}
      {flags
        .toSorted((a, b) => a.number - b.number)
        .map((flag) => (
          <li key={flag.number}>
            <span className="flag-number">{flag.number}</span> <a href={flag.href}>{flag.label}</a>{' '}
            <span className="soft">{dayText(flag.on)}</span>
          </li>
        ))}
    </ul>
  );
