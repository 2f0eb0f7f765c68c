/** How much a request may bring. */
import type { RequestHandler } from 'express';
import { refuse } from './refuse.ts';

const formBytes = 1_000_000;

/** Bodies must say their length, which Node then holds them to; `uploadBytes` counts for paths an upload may take. */
export const bodyLimit =
  (isUpload: (path: string) => boolean, uploadBytes: number): RequestHandler =>
  (request, response, next) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
    if (encoding !== undefined) {
      refuse(request, response, 411, 'Say the length of what you send (Content-Length).');
      return;
    }
    const limit = isUpload(request.path) ? uploadBytes : formBytes;
    if (Number(length ?? 0) <= limit) return next();
    response.set('connection', 'close');
    const most = limit.toLocaleString('en-US');
    refuse(request, response, 413, `This is larger than the ${most} bytes that may be sent here.`);
  };
