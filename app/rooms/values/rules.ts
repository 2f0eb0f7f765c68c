/** The order of values: who stands where, and how one moves. */

/** One place up or down; at the end of the list it stays. */
export const moved = (ids: readonly string[], id: string, way: 'up' | 'down'): string[] => {
  const from = ids.indexOf(id);
  const to = way === 'up' ? from - 1 : from + 1;
  const other = ids[to];
  if (from < 0 || other === undefined) return [...ids];
  return ids.map((one, at) => (at === from ? other : at === to ? id : one));
};

/** The order that numbers written beside them say; who shares a number keeps the order they had. */
export const orderedByNumbers = (
  ids: readonly string[],
  numberOf: (id: string) => number | undefined,
): string[] =>
  ids
    .map((id, at) => ({ id, number: numberOf(id) ?? at + 1, at }))
    .toSorted((a, b) => a.number - b.number || a.at - b.at)
    .map(({ id }) => id);

/** Whether two lists hold the same ids, in whatever order. */
export const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && new Set(a).size === a.length && a.every((id) => b.includes(id));
