/** The web application: what a request passes through before it reaches a page. */
import { createRequestHandler } from '@react-router/express';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import type { RouterContextProvider, ServerBuild } from 'react-router';
import { log } from '../platform/log.ts';
import { bodyLimit } from './body-limit.ts';
import { clientAddress } from './client-address.ts';
import { type HealthChecks, health } from './health.ts';
import { loggedPath } from './logged-path.ts';
import { rateLimit } from './rate-limit.ts';
import { readOnlyForPrograms, refuse } from './refuse.ts';
import { requestLog } from './request-log.ts';
import { knownHost, sameOrigin } from './same-origin.ts';
import { keptByNobody, securityHeaders } from './security-headers.ts';

export interface WebParts {
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly checks: HealthChecks;
  readonly build: ServerBuild;
  /** Folder of the files browsers fetch: styles, fonts, scripts of interactive pages. */
  readonly clientFolder: string;
  readonly contextFor: (nonce: string) => RouterContextProvider;
}

const largestUpload = 50_000_000_000;
const triesPerMinute = 20;

const isUpload = (path: string): boolean => path === '/data' || path.startsWith('/data/');
/** Where a password, a code or a one-time address could be guessed. */
const isGuessable = (path: string): boolean =>
  /^\/(?:sign-in|set-up|join|new-password|forgotten|account)(?:\/|$)/i.test(path);

const failed: ErrorRequestHandler = (error: unknown, request, response, next) => {
  log.error('http.failed', {
    path: loggedPath(request.path),
    error: error instanceof Error ? error.name : 'unknown',
  });
  if (response.headersSent) return next(error);
  refuse(request, response, 500, 'Something went wrong here. It has been noted in the log.');
};

const files = (folder: string): express.Handler[] => [
  // The build writes a hash of the content into these names.
  express.static(`${folder}/assets`, { immutable: true, maxAge: '1y', index: false, redirect: false }),
  express.static(folder, { maxAge: '1h', index: false, redirect: false }),
];

/** Puts the parts in order: log, who may ask, how much, files, pages. */
export const webApplication = (parts: WebParts): Express => {
  const app = express();
  app.disable('x-powered-by');
  // Behind a proxy on this machine the caller's address and protocol come from its headers; nobody else is believed.
  app.set('trust proxy', 'loopback');
  app.use(requestLog, securityHeaders(parts.publicUrl?.startsWith('https:') ?? false));
  app.get('/health', health(parts.checks));
  app.use(keptByNobody, knownHost(parts.host, parts.publicUrl), readOnlyForPrograms);
  app.use(sameOrigin(parts.publicUrl));
  app.use(clientAddress, bodyLimit(isUpload, largestUpload), rateLimit(isGuessable, triesPerMinute));
  app.use(compression());
  const [hashed, plain] = files(parts.clientFolder);
  if (hashed && plain) app.use('/assets', hashed).use(plain);
  app.use(
    createRequestHandler({
      build: parts.build,
      mode: 'production',
      getLoadContext: (_request: Request, response: Response) =>
        parts.contextFor(String(response.locals.nonce)),
    }),
  );
  app.use(failed);
  return app;
};
