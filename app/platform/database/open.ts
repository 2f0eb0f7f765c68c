/** Makes the database of an installation ready and opens it: the agency's own server, or the private one. */
import type { ClientConfig } from 'pg';
import type { Config } from '../config.ts';
import { type DataFolder, prepareDataFolder } from '../data-folder.ts';
import { Conflict } from '../errors.ts';
import { programVersion } from '../program-version.ts';
import { loadSecrets, type Secrets } from '../secrets.ts';
import { findRunningServer, type RunningServer } from '../server-lock.ts';
import { checkAgencyServer } from './agency-server.ts';
import { connectApplication } from './connect.ts';
import type { Database } from './database.ts';
import { type ApplicationAccess, type OwnerStep, prepareDatabase } from './prepare.ts';
import { enterPrivateServer } from './private-server/private-server.ts';

/** A server that answers: who owns the tables there, and who works with them. */
interface Reached {
  readonly owner: ClientConfig;
  readonly application: ApplicationAccess;
  readonly socketFolder: string | undefined;
  release(): Promise<void>;
}

const reachAgency = async (url: string, secrets: Secrets): Promise<Reached> => {
  const { owner, applicationRole } = await checkAgencyServer(url);
  const password = secrets.databaseApplicationPassword;
  return {
    owner,
    application: { ...owner, user: applicationRole, password },
    socketFolder: undefined,
    release: async () => undefined,
  };
};

const reachPrivate = async (folder: DataFolder, secrets: Secrets): Promise<Reached> => {
  const { owner, socketFolder, release } = await enterPrivateServer(folder, secrets);
  const password = secrets.databaseApplicationPassword;
  return { owner, application: { ...owner, user: 'midcourse_app', password }, socketFolder, release };
};

/** A verb beside a running server must meet the same tables in the same database. */
const refuseMismatch = (running: RunningServer, config: Config): void => {
  if (running.program !== programVersion) {
    throw new Conflict(
      `The running server is version ${running.program}, this is ${programVersion}. Restart the server first.`,
    );
  }
  if (running.database === 'agency' && !config.databaseUrl) {
    throw new Conflict('The running server uses DATABASE_URL. Set it here too.');
  }
  if (running.database === 'private' && config.databaseUrl) {
    throw new Conflict('The running server uses its private database. Unset DATABASE_URL here.');
  }
};

export interface OpenOptions {
  readonly ownerSteps?: readonly OwnerStep[];
  /** Told where the private server's socket is, before anything else is done with it. */
  readonly onReached?: (socketFolder: string | undefined) => Promise<void>;
}

/**
 * Opens the database of this data folder, making it and bringing its tables up to date first. Beside a running server
 * it only joins in. Close it when done: the last process out stops the private server.
 * Throws `Invalid` or `Conflict` with what to do about it.
 */
export const openDatabase = async (
  config: Config,
  folder: DataFolder,
  options: OpenOptions = {},
): Promise<Database> => {
  await prepareDataFolder(folder);
  const running = findRunningServer(folder);
  if (running && running.pid !== process.pid) refuseMismatch(running, config);
  const secrets = await loadSecrets(folder);
  const reached = await (config.databaseUrl
    ? reachAgency(config.databaseUrl, secrets)
    : reachPrivate(folder, secrets));
  try {
    await options.onReached?.(reached.socketFolder);
    await prepareDatabase(reached.owner, reached.application, options.ownerSteps ?? []);
    return connectApplication(reached.application, !config.databaseUrl, reached.release);
  } catch (error) {
    await reached.release();
    throw error;
  }
};
