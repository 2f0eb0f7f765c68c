/** Slows down whoever guesses passwords. Accounts have their own limit besides, in the sign-in itself. */
import type { RequestHandler } from 'express';
import { elapsedMs } from '../platform/clock.ts';
import { log } from '../platform/log.ts';
import { loggedPath } from './logged-path.ts';

interface Window {
  count: number;
  endsAtMs: number;
}

const mostAddresses = 10_000;

/** At most `allowed` changes per address and minute on the paths chosen; then 429 with the seconds to wait. */
export const rateLimit = (isLimited: (path: string) => boolean, allowed: number): RequestHandler => {
  const windows = new Map<string, Window>();
  const windowOf = (address: string): Window => {
    const now = elapsedMs();
    const found = windows.get(address);
    if (found && found.endsAtMs > now) return found;
    for (const [key, { endsAtMs }] of windows) if (endsAtMs <= now) windows.delete(key);
    // Should very many addresses come at once, the oldest are forgotten rather than memory filled.
    const [oldest] = windows.keys();
    if (windows.size >= mostAddresses && oldest !== undefined) windows.delete(oldest);
    const opened = { count: 0, endsAtMs: now + 60_000 };
    windows.set(address, opened);
    return opened;
  };
  return (request, response, next) => {
    if (request.method !== 'POST' || !isLimited(request.path)) return next();
    const window = windowOf(request.ip ?? '');
    window.count += 1;
    if (window.count <= allowed) return next();
    const seconds = Math.ceil((window.endsAtMs - elapsedMs()) / 1000);
    log.warn('http.rate-limited', { path: loggedPath(request.path) });
    response
      .status(429)
      .set('retry-after', String(seconds))
      .type('text/plain')
      .send(`Too many tries. Wait ${seconds} seconds and try again.\n`);
  };
};
