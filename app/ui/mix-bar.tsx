export interface MixPart {
  readonly label: string;
  readonly count: number;
  readonly kind: 'outcome' | 'practice' | 'balancing' | 'compliance';
}

const fills = {
  outcome: '#162e51',
  practice: '#5a7db0',
  balancing: '#a9bcd8',
  compliance: '#dcdee0',
} as const;
const letters = { outcome: '#fff', practice: '#fff', balancing: '#1b1b1b', compliance: '#1b1b1b' } as const;

const width = 268;
const height = 22;

/** How many measures of each kind we look at, as one bar. */
export const MixBar = ({ parts, title }: { parts: readonly MixPart[]; title: string }) => {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  let left = 0;
  const placed = parts
    .filter((part) => part.count > 0)
    .map((part) => {
      const x = left;
      left += (part.count / total) * width;
      return { ...part, x, breadth: (part.count / total) * width };
    });
  return (
    <svg
      className="mix-bar"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={title}
    >
      {placed.map((part) => (
        <g key={part.kind}>
          <rect x={part.x} width={part.breadth} height={height} fill={fills[part.kind]} />
          <text x={part.x + 7} y={15} fontSize={12} fontWeight={600} fill={letters[part.kind]}>
            {part.breadth > 90
              ? `${part.count} ${part.count === 1 ? part.label.replace(/s$/, '') : part.label}`
              : part.count}
          </text>
        </g>
      ))}
    </svg>
  );
};
