/** One line a request: what was asked and how it went, never what was asked for in the query. */
import type { RequestHandler } from 'express';
import { elapsedMs } from '../platform/clock.ts';
import { log } from '../platform/log.ts';
import { loggedPath } from './logged-path.ts';

export const requestLog: RequestHandler = (request, response, next) => {
  const since = elapsedMs();
  const { method } = request;
  const path = loggedPath(request.path);
  response.once('close', () => {
    log.info('http.request', {
      method,
      path,
      status: response.statusCode,
      ms: Math.round(elapsedMs() - since),
      finished: response.writableFinished,
    });
  });
  next();
};
