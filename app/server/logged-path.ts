/** A path as a log may hold it. */

/** What stands behind these is a key, not a place. */
const oneTime = /^\/(set-up|join|new-password)\/.*/i;

export const loggedPath = (path: string): string => path.replace(oneTime, '/$1/…');
