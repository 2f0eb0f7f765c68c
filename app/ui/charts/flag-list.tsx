import { dayText } from '../format/days.ts';
import type { ChartFlag } from './run-points.ts';

/** The flags of a chart in words, each leading to what it marks: the picture itself holds no links. */
export const FlagList = ({ flags }: { flags: readonly ChartFlag[] }) =>
  flags.length === 0 ? null : (
    <ul className="flags" aria-label="Marked on the chart">
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
