import { StandingMark } from '../../ui/standing-mark.tsx';
import type { DecisionLine } from './card-view.ts';

/** Decisions, each with how it stands and what it was meant to move. */
export const DecisionList = ({ lines }: { lines: readonly DecisionLine[] }) => (
  <ul className="decision-list">
    {lines.map((line) => (
      <li key={line.id}>
        <a href={`/decisions/${line.id}`}>{line.statement}</a>
        <p>
          <StandingMark shape={line.shape}>{line.standing}</StandingMark> · {line.when} · {line.level} ·{' '}
          {line.place}
        </p>
        {line.effect === null ? null : <p className="soft">Expected: {line.effect.toLowerCase()}</p>}
      </li>
    ))}
  </ul>
);
