interface IntervalBarProps {
  readonly at: number;
  readonly range: readonly [number, number];
  /** The same scale for every row of a table. */
  readonly scale: readonly [number, number];
  readonly reference: number | null;
}

const width = 220;

/** A dot with its interval on a shared scale; the thin line is the whole. The row's numbers say the same. */
export const IntervalBar = ({ at, range, scale, reference }: IntervalBarProps) => {
  const [low, high] = scale;
  const place = (value: number): number =>
    Math.round((4 + ((value - low) / (high - low || 1)) * (width - 8)) * 10) / 10;
  return (
    <svg className="interval-bar" viewBox={`0 0 ${width} 18`} preserveAspectRatio="none" aria-hidden="true">
      {reference === null ? null : (
        <line x1={place(reference)} x2={place(reference)} y1="0" y2="18" stroke="#a9aeb1" />
      )}
      <line x1={place(range[0])} x2={place(range[1])} y1="9" y2="9" stroke="#565c65" strokeWidth="2" />
      <circle cx={place(at)} cy="9" r="3.5" fill="#1b1b1b" />
    </svg>
  );
};
