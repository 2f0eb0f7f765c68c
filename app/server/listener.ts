/** The open port: refused early when it is taken, answering "starting" until the pages are there, closed gracefully. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Conflict, Invalid } from '../platform/errors.ts';
import { programVersion } from '../platform/program-version.ts';

export interface Listener {
  readonly host: string;
  readonly port: number;
  /** From now on requests go here. */
  serve(handler: RequestListener): void;
  /** Takes no more requests, lets the ones under way finish for `patienceMs`, then cuts them off. */
  close(patienceMs: number): Promise<void>;
}

const starting: RequestListener = (request, response) => {
  const isHealth = request.url === '/health';
  response.writeHead(503, {
    'content-type': isHealth ? 'application/json' : 'text/plain',
    'retry-after': '5',
  });
  response.end(
    isHealth ? JSON.stringify({ status: 'starting', version: programVersion }) : 'Midcourse is starting.\n',
  );
};

const explained = (error: NodeJS.ErrnoException, host: string, port: number): Error => {
  if (error.code === 'EADDRINUSE') {
    return new Conflict(
      `Port ${port} of ${host} is in use by another program. Stop that one, or set PORT to another.`,
    );
  }
  if (error.code === 'EACCES')
    return new Invalid(`Port ${port} may not be opened by this user.`, 'Set PORT above 1023.');
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new Invalid(
      `HOST: ${host} is no address of this machine.`,
      'Use 127.0.0.1, or an address it has.',
    );
  }
  return error;
};

/** Opens the port (0: any free one). Throws `Conflict` when it is in use, `Invalid` when it cannot be had. */
export const listen = async (host: string, port: number): Promise<Listener> => {
  let handler = starting;
  const server = createServer((request, response) => handler(request, response));
  // A national file takes long to upload; headers do not.
  server.requestTimeout = 6 * 3600_000;
  server.headersTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explained(error, host, port)));
    server.listen(port, host, resolve);
  });
  const close = async (patienceMs: number): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    await Promise.race([closed, pause(patienceMs, undefined, { ref: false })]);
    server.closeAllConnections();
    await closed;
  };
  return {
    host,
    port: (server.address() as AddressInfo).port,
    serve: (next) => {
      handler = next;
    },
    close,
  };
};
