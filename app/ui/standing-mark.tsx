/** How something stands: a shape before its word, so that colour is never alone. */
export const StandingMark = ({
  shape,
  children,
}: {
  shape: 'open' | 'filled' | 'waiting' | 'closed';
  children: string;
}) => (
  <span className={`standing standing-${shape}`}>
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {shape === 'open' ? <circle cx="6" cy="6" r="4.6" fill="none" strokeWidth="1.8" /> : null}
      {shape === 'filled' ? <circle cx="6" cy="6" r="5.4" /> : null}
      {shape === 'waiting' ? <path d="M6 0 12 11H0Z" /> : null}
      {shape === 'closed' ? <rect x="1" y="1" width="10" height="10" /> : null}
    </svg>
    {children}
  </span>
);
