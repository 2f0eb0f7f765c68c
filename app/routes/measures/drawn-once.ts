/**
 * Pictures drawn once for the figures they show. They are kept with the figures themselves and go with them: other figures,
 * of another version, window or reader, are never answered with these.
 */
const drawn = new WeakMap<object, Map<string, unknown>>();

/** `name` says which picture of these figures, and everything else that it depends on. */
export const drawnOnce = <T>(figures: object, name: string, draw: () => T): T => {
  const pictures = drawn.get(figures) ?? new Map<string, unknown>();
  drawn.set(figures, pictures);
  if (!pictures.has(name)) pictures.set(name, draw());
  return pictures.get(name) as T;
};
