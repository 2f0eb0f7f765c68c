interface MonthBarsProps {
  /** Share of each month, 0 to 1; null where nothing of the kind was done. */
  readonly shares: readonly (number | null)[];
  /** What it shows, in a sentence. */
  readonly title: string;
}

const [width, height] = [240, 60];
/** Above a full bar there is room for its number. */
const headroom = 16;

/** One bar a month, all on the scale from nothing to everything; a dot where there was nothing to share. */
export const MonthBars = ({ shares, title }: MonthBarsProps) => {
  const step = width / Math.max(1, shares.length);
  return (
    <svg className="month-bars" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} stroke="#a9aeb1" />
      {shares.map((share, at) => {
        const x = at * step + step * 0.15;
        const tall = (share ?? 0) * (height - headroom);
        const key = `bar-${at + 1}`;
        return share === null ? (
          <circle key={key} cx={x + step * 0.35} cy={height - 6} r="1.5" fill="#565c65" />
        ) : (
          <g key={key}>
            <rect x={x} y={height - tall} width={step * 0.7} height={tall} fill="#5a7db0" />
            <text x={x + step * 0.35} y={height - tall - 4} textAnchor="middle" fontSize="11" fill="#565c65">
              {share === 0 ? '' : Math.round(share * 100)}
            </text>
          </g>
        );
      })}
    </svg>
  );
};
