/** The private database server of a data folder: started by the first process that needs it, stopped by the last. */
import { setTimeout as pause } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { elapsedMs } from '../../clock.ts';
import type { DataFolder } from '../../data-folder.ts';
import { exclusively } from '../../exclusively.ts';
import { log } from '../../log.ts';
import { isAlive, type ProcessIdentity } from '../../running-process.ts';
import type { Secrets } from '../../secrets.ts';
import { errorCode } from '../sql-state.ts';
import { adminRole, ensureCluster } from './cluster.ts';
import { type Place, placeFor } from './place.ts';
import { findPostmaster, startPostmaster, stopPostmaster } from './postmaster.ts';
import { databaseName, ownerRole, prepareOwner } from './prepare-owner.ts';
import { socketPort } from './socket-folder.ts';

export interface PrivateServer {
  readonly owner: ClientConfig;
  readonly socketFolder: string;
  /** This process needs it no more; when no other does, the server stops. */
  release(): Promise<void>;
}

/** Every process that uses the server holds this advisory lock shared, on a connection of its own: it dies with it. */
const usersLock = 4_700_100;

const asAdmin = (place: Place, secrets: Secrets): ClientConfig => ({
  host: place.socketFolder,
  port: socketPort,
  user: adminRole,
  password: secrets.databaseAdminPassword,
  database: 'postgres',
});

const stillComingUp = new Set(['ENOENT', 'ECONNREFUSED', '57P03']);

/** Connects as soon as the server answers. Throws when it ends or is not ready in time. */
const connectWhenReady = async (
  place: Place,
  config: ClientConfig,
  server: ProcessIdentity,
): Promise<Client> => {
  const since = elapsedMs();
  while (true) {
    const client = new Client(config);
    // A connection lost while it idles is noticed by whoever uses the database next.
    client.on('error', (error) => log.warn('database.connection-lost', { code: errorCode(error) }));
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (!stillComingUp.has(errorCode(error) ?? '')) throw error;
      if (!isAlive(server) || elapsedMs() - since > 60_000) {
        throw new Error(`The private database server did not come up; ${place.logFile} says why.`);
      }
    }
    await pause(30);
  }
};

interface Entered {
  readonly place: Place;
  readonly keeper: Client;
  readonly server: ProcessIdentity;
}

const enter = async (folder: DataFolder, secrets: Secrets): Promise<Entered> => {
  const place = await placeFor(folder);
  await ensureCluster(place, secrets.databaseAdminPassword);
  const running = findPostmaster(place);
  const server = running ?? (await startPostmaster(place));
  const keeper = await connectWhenReady(place, asAdmin(place, secrets), server);
  await keeper.query('select pg_advisory_lock_shared($1)', [usersLock]);
  if (!running) log.info('database.started', { pid: server.pid });
  await prepareOwner(keeper, asAdmin(place, secrets), secrets.databaseOwnerPassword);
  return { place, keeper, server };
};

const leave = async (keeper: Client, server: ProcessIdentity): Promise<void> => {
  const isLast = await keeper
    .query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [usersLock])
    .then(({ rows }) => rows[0]?.alone ?? false)
    .catch(() => false);
  await keeper.end().catch(() => undefined);
  if (!isLast) return;
  await stopPostmaster(server);
  log.info('database.stopped', { pid: server.pid });
};

/** Makes, starts or joins the server of this data folder. */
export const enterPrivateServer = async (folder: DataFolder, secrets: Secrets): Promise<PrivateServer> => {
  const { place, keeper, server } = await exclusively(folder.guardFile, () => enter(folder, secrets));
  return {
    owner: {
      ...asAdmin(place, secrets),
      user: ownerRole,
      password: secrets.databaseOwnerPassword,
      database: databaseName,
    },
    socketFolder: place.socketFolder,
    release: () => exclusively(folder.guardFile, () => leave(keeper, server)),
  };
};
