/** Refuses a request before any page is asked: people in one sentence, programs as problem+json (RFC 9457). */
import { STATUS_CODES } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';

const isForProgram = ({ path }: Request): boolean => /^\/api\/v1(?:\/|$)/.test(path);

export const refuse = (request: Request, response: Response, status: number, sentence: string): void => {
  response.status(status);
  if (!isForProgram(request)) {
    response.type('text/plain').send(`${sentence}\n`);
    return;
  }
  const title = STATUS_CODES[status] ?? 'Refused';
  const problem = { type: 'about:blank', title, status, detail: sentence, whoCan: null, remedy: null };
  response.type('application/problem+json').send(`${JSON.stringify(problem)}\n`);
};

/** Programs read and change nothing: any other method ends here, whoever asks. */
export const readOnlyForPrograms: RequestHandler = (request, response, next) => {
  if (!isForProgram(request) || request.method === 'GET' || request.method === 'HEAD') return next();
  response.set('allow', 'GET, HEAD');
  refuse(request, response, 405, 'Nothing can be changed here: ask with GET.');
};
