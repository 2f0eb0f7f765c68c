/**
 * Pictures drawn once and kept by what they show. A picture is found by the whole content it was drawn from, so it can
 * never answer for other figures: of another version, another window, or of a reader who may see more.
 */
import { createHash } from 'node:crypto';

const mostKept = 600;
const kept = new Map<string, unknown>();

const keyOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64');

/** `content` is everything the drawing depends on; the first part names the kind of picture. */
export const drawnOnce = <T>(content: readonly [kind: string, ...rest: unknown[]], draw: () => T): T => {
  const key = keyOf(content);
  const drawn = kept.has(key) ? (kept.get(key) as T) : draw();
  kept.delete(key);
  kept.set(key, drawn);
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) kept.delete(oldest);
  return drawn;
};
