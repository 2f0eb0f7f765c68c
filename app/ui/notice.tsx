import type { ReactNode } from 'react';

/** Something the reader should know before the rest: stale data, a partial page, an error in a form. */
export const Notice = ({
  children,
  isConcern = false,
  role,
}: {
  children: ReactNode;
  isConcern?: boolean;
  role?: 'alert' | 'status';
}) => (
  <div className={isConcern ? 'notice notice-concern' : 'notice'} role={role}>
    {children}
  </div>
);
