/** What every answer says about how browsers may use it. */
import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';

const contentPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    // Pages carry no script; those that declare themselves interactive carry the framework's, marked with this nonce.
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    // Charts are drawn on the server and place their marks by style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self' blob:",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
} as const;

/** Sets the headers; pages find the nonce in `response.locals.nonce`. */
export const securityHeaders =
  (isHttps: boolean): RequestHandler =>
  (_request, response, next) => {
    const nonce = randomBytes(16).toString('base64');
    response.locals.nonce = nonce;
    response.set(always);
    response.set('content-security-policy', contentPolicy(nonce));
    if (isHttps) response.set('strict-transport-security', 'max-age=31536000');
    next();
  };

/** Figures about children are not for a shared computer's cache; what says otherwise itself (files of the build) may be kept. */
export const keptByNobody: RequestHandler = (_request, response, next) => {
  const { writeHead } = response;
  response.writeHead = ((...head: Parameters<typeof writeHead>) => {
    if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store');
    return writeHead.apply(response, head);
  }) as typeof writeHead;
  next();
};
