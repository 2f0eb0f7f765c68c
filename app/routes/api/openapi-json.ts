/** The description of the API. It says nothing of the agency, so it needs no token. */
import { openApiDocument } from './openapi.ts';

let text: string | undefined;

export const loader = (): Response => {
  text ??= `${JSON.stringify(openApiDocument(), null, 2)}\n`;
  return new Response(text, {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' },
  });
};
