/** How much a request may bring. */
import type { RequestHandler } from 'express';

const formBytes = 1_000_000;

/** Bodies must say their length, which Node then holds them to; `uploadBytes` counts for paths an upload may take. */
export const bodyLimit =
  (isUpload: (path: string) => boolean, uploadBytes: number): RequestHandler =>
  (request, response, next) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
    if (encoding !== undefined) {
      response.status(411).type('text/plain').send('Say the length of what you send (Content-Length).\n');
      return;
    }
    const limit = isUpload(request.path) ? uploadBytes : formBytes;
    if (Number(length ?? 0) <= limit) return next();
    response
      .status(413)
      .set('connection', 'close')
      .type('text/plain')
      .send(`This is larger than the ${limit.toLocaleString('en-US')} bytes that may be sent here.\n`);
  };
