/** Only pages of this server may change anything on it, and only under the names it is known by. */
import type { RequestHandler } from 'express';
import { refuse } from './refuse.ts';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);
const readOnly = new Set(['GET', 'HEAD', 'OPTIONS']);

const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host : undefined);

const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/**
 * Refuses names that are not this server's: a hostile page can point its own name at this machine and read the answers.
 * Known are the loopback names, the address listened on, and PUBLIC_URL's.
 */
export const knownHost = (listeningOn: string, publicUrl: string | undefined): RequestHandler => {
  const known = new Set([...loopbackNames, listeningOn.toLowerCase()]);
  if (publicUrl) known.add(nameOf(new URL(publicUrl).host));
  return (request, response, next) => {
    if (known.has(nameOf(request.headers.host ?? ''))) return next();
    refuse(request, response, 421, 'This server does not go by that name. PUBLIC_URL sets it.');
  };
};

const notFromHere =
  'This form was not sent from a page of this server. Open the page again and send it from there.';

/** Refuses changes asked for by another site's page. Browsers say where a form came from in Origin; a change without it is refused. */
export const sameOrigin = (publicUrl: string | undefined): RequestHandler => {
  const published = publicUrl && hostOf(publicUrl);
  return (request, response, next) => {
    if (readOnly.has(request.method)) return next();
    const from = hostOf(request.headers.origin ?? '');
    const fetchSite = request.headers['sec-fetch-site'];
    const isOwn = from !== undefined && (from === request.headers.host || from === published);
    if (isOwn && (fetchSite === undefined || fetchSite === 'same-origin')) return next();
    refuse(request, response, 403, notFromHere);
  };
};
