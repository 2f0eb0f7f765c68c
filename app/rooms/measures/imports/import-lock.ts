/** Held by whoever imports or deletes; see commons/jobs/hold.ts. */
export const importLock = 'midcourse import';
