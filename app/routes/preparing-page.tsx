import { FollowsItself } from '../ui/follows-itself.tsx';
import type { Preparing } from './prepared-version.ts';

export const PreparingPage = ({ preparing }: { preparing: Preparing }) => (
  <div className="page state">
    <FollowsItself />
    <h1>The figures of this data version are being prepared</h1>
    <p className="lead">
      This happens once, after an import or a new release of Midcourse, and takes up to a minute or two. The
      page opens by itself.
    </p>
    {preparing.of === 0 ? null : (
      <p>
        <progress className="progress" max={preparing.of} value={preparing.done} aria-label="Prepared so far">
          {preparing.done} of {preparing.of}
        </progress>
        <br />
        {preparing.done} of {preparing.of} steps done. Now: {preparing.measure}.
      </p>
    )}
  </div>
);
