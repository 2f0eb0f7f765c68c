/** Slows down whoever guesses passwords. Accounts have their own limit besides, in the sign-in itself. */
import type { RequestHandler } from 'express';
import { log } from '../platform/log.ts';
import { requestsAMinute } from '../platform/requests-a-minute.ts';
import { loggedPath } from './logged-path.ts';
import { refuse } from './refuse.ts';

/** At most `allowed` changes per address and minute on the paths chosen; then 429 with the seconds to wait. */
export const rateLimit = (isLimited: (path: string) => boolean, allowed: number): RequestHandler => {
  const take = requestsAMinute(allowed);
  return (request, response, next) => {
    if (request.method !== 'POST' || !isLimited(request.path)) return next();
    const { isSpent, seconds } = take(request.ip ?? '');
    if (!isSpent) return next();
    log.warn('http.rate-limited', { path: loggedPath(request.path) });
    response.set('retry-after', String(seconds));
    refuse(request, response, 429, `Too many tries. Wait ${seconds} seconds and try again.`);
  };
};
