import type { ChartFlag } from '../../ui/charts/run-points.ts';

/** The numbers on a small chart as links: there is no room for their words, which are read out and shown on pointing. */
export const BoardFlags = ({ flags }: { flags: readonly ChartFlag[] }) =>
  flags.length === 0 ? null : (
    <>
      {' · '}Marked:
      {flags.map(({ number, label, href }) => (
        <a key={number} className="board-flag" href={href} title={label} aria-label={`${number}: ${label}`}>
          <span className="flag-number">{number}</span>
        </a>
      ))}
    </>
  );
