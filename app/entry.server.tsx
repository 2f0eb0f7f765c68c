/** Writes a page as HTML, whole: pages are small and their loaders have finished when this runs. */
import { renderToString } from 'react-dom/server';
import type { EntryContext, HandleErrorFunction, RouterContextProvider } from 'react-router';
import { isRouteErrorResponse, ServerRouter } from 'react-router';
import { log } from './platform/log.ts';
import { nonceContext } from './request-context.ts';

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Response {
  headers.set('content-type', 'text/html; charset=utf-8');
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  const nonce = loadContext.get(nonceContext);
  const html = renderToString(<ServerRouter context={routerContext} url={request.url} nonce={nonce} />);
  return new Response(`<!doctype html>${html}`, { status, headers });
}

/** Where it happened and in which code, never what was asked for or what the records hold. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const isError = error instanceof Error;
  log.error('page.failed', {
    path: new URL(request.url).pathname,
    error: isError ? error.name : 'unknown',
    at: isError ? (error.stack ?? '').split('\n').slice(1, 4).join(' ') : '',
  });
};
