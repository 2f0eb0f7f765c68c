import type { ReactNode } from 'react';

/** An address with a one-time secret that opens nothing: why that may be, and who can help. */
export const ClosedDoor = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <div className="page state">
    <h1>{heading}</h1>
    <dl>
      <dt>What happened</dt>
      <dd>
        The address has been used, was taken back, or is too old. If you copied it, a part may be missing.
      </dd>
      <dt>What you can do</dt>
      <dd>{children}</dd>
    </dl>
  </div>
);
