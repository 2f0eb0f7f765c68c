/** Tells the sign-in which address asks: the socket's, or the one a proxy on this machine reports; never the client's own word. */
import type { RequestHandler } from 'express';
import { clientAddressHeader } from '../commons/identity/auth.ts';

export const clientAddress: RequestHandler = (request, _response, next) => {
  request.headers[clientAddressHeader] = request.ip ?? '';
  next();
};
