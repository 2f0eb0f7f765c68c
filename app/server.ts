/** Start-up in five steps: config → database → migrations → jobs → http. Stopping takes them back in reverse. */
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { RouterContextProvider, type ServerBuild } from 'react-router';
import { readAgencyAccounts } from './commons/identity/agency-account/settings.ts';
import { openIdentity } from './commons/identity/identity.ts';
import { makeSetUpLink } from './commons/identity/set-up/writes.ts';
import { type JobQueue, runJobs } from './commons/jobs/queue.ts';
import { makeQueueTables } from './commons/jobs/queue-tables.ts';
import { openMail } from './commons/mail/mail.ts';
import { systemScope } from './commons/permissions/scope.ts';
import type { Config } from './platform/config.ts';
import { type DataFolder, dataFolderAt, prepareDataFolder } from './platform/data-folder.ts';
import { openDatabase } from './platform/database/open.ts';
import { log } from './platform/log.ts';
import { programVersion } from './platform/program-version.ts';
import { loadSecrets } from './platform/secrets.ts';
import { type ServerLock, takeServerLock } from './platform/server-lock.ts';
import { logStatementsFrom } from './platform/slow-statements.ts';
import { nonceContext, type Services, servicesContext } from './request-context.ts';
import {
  closePrepared,
  endDeciding,
  recoverVersions,
  scheduleDrop,
  sweepDrafts,
  versionInUse,
} from './rooms/measures/public.ts';
import { clientFolder, ensurePages, serverBuild } from './server/build-pages.ts';
import { jobHandlersOf, ticksOf } from './server/job-handlers.ts';
import { type Listener, listen } from './server/listener.ts';
import { ReverseOrder } from './server/reverse-order.ts';
import { webApplication } from './server/web.ts';

export interface StartOptions {
  readonly isDemo: boolean;
  /** Called when an administrator wants the demo to leave: stops the server, and begins anew without it. */
  readonly leaveDemo?: () => void;
  /** What has to be there before the first page: the demo's data. */
  readonly beforePages?: (services: Services) => Promise<void>;
}

export interface RunningMidcourse {
  readonly address: string;
  /** Where the first administrator of an empty installation is made, once; null where there are accounts. */
  readonly setUpAddress: string | null;
  /** Finishes requests and jobs under way, closes the database, lets go of the data folder; within ten seconds. */
  stop(): Promise<void>;
}

const requestPatienceMs = 3000;

/** Config: what it says is taken hold of, the data folder and the port, so that nothing is begun that cannot be served. */
const takeHold = async (
  config: Config,
  undo: ReverseOrder,
): Promise<{ lock: ServerLock; listener: Listener }> => {
  const folder = dataFolderAt(config.dataFolder);
  await prepareDataFolder(folder);
  const lock = await takeServerLock(folder, config.databaseUrl ? 'agency' : 'private');
  undo.add(() => lock.release());
  const listener = await listen(config.host, config.port);
  undo.add(() => listener.close(0));
  await lock.note({ host: listener.host, port: listener.port });
  return { lock, listener };
};

/** Database, migrations (`openDatabase` does them before it gives out a connection) and jobs. */
const openServices = async (
  config: Config,
  dataFolder: DataFolder,
  lock: ServerLock,
  { isDemo, leaveDemo }: StartOptions,
  undo: ReverseOrder,
): Promise<Services> => {
  const database = await openDatabase(config, dataFolder, {
    ownerSteps: [makeQueueTables],
    onReached: async (socket) => {
      if (socket) await lock.note({ socket });
    },
  });
  undo.add(() => database.close());
  const { sessionSecret } = await loadSecrets(dataFolder);
  const mail = config.mail && openMail(config.mail);
  const agencyAccounts =
    config.agencyAccounts === undefined ? undefined : readAgencyAccounts(config.agencyAccounts);
  const settings = { secret: sessionSecret, publicUrl: config.publicUrl };
  const identity = openIdentity(database, settings, { mail, agencyAccounts });
  undo.add(() => identity.close());
  await recoverVersions({ database, dataFolder });
  await sweepDrafts({ database, dataFolder }, systemScope('start'));
  undo.add(closePrepared);
  undo.add(async () => endDeciding());
  const store = { database, dataFolder };
  const ticks = ticksOf(store, config, () => jobs);
  const jobs: JobQueue = await runJobs(database, jobHandlersOf(store, config), ticks);
  undo.add(() => jobs.stop());
  await scheduleDrop(database, jobs);
  return { config, dataFolder, database, identity, mail, jobs, isDemo, leaveDemo: leaveDemo ?? null };
};

const openPages = async (services: Services, listener: Listener, built: Promise<void>): Promise<void> => {
  await built;
  const build = (await import(pathToFileURL(serverBuild).href)) as ServerBuild;
  const contextFor = (nonce: string): RouterContextProvider => {
    const context = new RouterContextProvider();
    context.set(servicesContext, services);
    context.set(nonceContext, nonce);
    return context;
  };
  const { host } = listener;
  const { publicUrl } = services.config;
  listener.serve(
    webApplication({ host, publicUrl, build, clientFolder, contextFor, checks: checksOf(services) }),
  );
};

const checksOf = (services: Services) => ({
  database: async () => {
    await services.database.applicationPool.query('select 1');
  },
  dataVersion: async () => (await versionInUse(services, systemScope('health')))?.number ?? null,
});

/** Starts serving. Throws `Conflict` when the data folder or the port is taken, `Invalid` for what must be corrected first. */
export const startServer = async (config: Config, options: StartOptions): Promise<RunningMidcourse> => {
  const undo = new ReverseOrder();
  logStatementsFrom(config.slowMs);
  try {
    const { lock, listener } = await takeHold(config, undo);
    const built = ensurePages(() => log.info('pages.building'));
    // Awaited when it is needed; until then its failure must not end the process before everything is taken back.
    built.catch(() => undefined);
    const services = await openServices(config, dataFolderAt(config.dataFolder), lock, options, undo);
    await options.beforePages?.(services);
    await openPages(services, listener, built);
    undo.add(() => listener.close(requestPatienceMs));
    const address = config.publicUrl ?? addressOf(listener);
    const setUp = await makeSetUpLink(services.database);
    log.info('server.ready', { address, version: programVersion });
    const setUpAddress = setUp === undefined ? null : `${address}/set-up/${setUp}`;
    return { address, setUpAddress, stop: () => inTime(undo.run()) };
  } catch (error) {
    await undo.run();
    throw error;
  }
};

const stopPatienceMs = 9500;

/** Whatever hangs at the end is left where it is: the next start adopts or cleans it up. */
const inTime = async (stopping: Promise<void>): Promise<void> => {
  const late = pause(stopPatienceMs, 'late', { ref: false });
  if ((await Promise.race([stopping, late])) === 'late') log.warn('server.stop-unfinished');
};

const addressOf = ({ host, port }: Listener): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
