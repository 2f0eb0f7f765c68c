export type Reading = 'improvement' | 'concern' | 'higher' | 'lower' | 'steady';

/** A triangle the way the figure goes, a bar where it stays. Decoration beside a sentence that says the same. */
export const DirectionMark = ({ reading, isUp }: { reading: Reading; isUp: boolean }) => (
  <svg
    className={`direction-mark direction-mark-${reading}`}
    viewBox="0 0 12 10"
    width="12"
    height="10"
    aria-hidden="true"
  >
    {reading === 'steady' ? (
      <rect x="0" y="3.5" width="12" height="3" />
    ) : (
      <path d={isUp ? 'M6 0 12 10H0Z' : 'M0 0H12L6 10Z'} />
    )}
  </svg>
);
