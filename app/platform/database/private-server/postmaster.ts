/** Starting, finding and stopping the server process of one cluster. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { elapsedMs } from '../../clock.ts';
import { log } from '../../log.ts';
import { findProcess, isAlive, type ProcessIdentity } from '../../running-process.ts';
import type { Place } from './place.ts';
import { socketPort } from './socket-folder.ts';

const settings = (place: Place): Readonly<Record<string, string>> => ({
  listen_addresses: '',
  unix_socket_directories: place.socketFolder,
  unix_socket_permissions: '0700',
  port: String(socketPort),
  fsync: 'on',
  full_page_writes: 'on',
  max_connections: '60',
  shared_buffers: '64MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // What people wrote must not reach the server's log by way of an error's detail or its statement.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
});

const pidFile = (place: Place): string => join(place.cluster, 'postmaster.pid');

/** The server running on this cluster, whoever started it. A number that now means another program is no server. */
export const findPostmaster = (place: Place): ProcessIdentity | undefined => {
  if (!existsSync(pidFile(place))) return undefined;
  const [pid, cluster] = readFileSync(pidFile(place), 'utf8').split('\n');
  const found = findProcess(Number(pid));
  return found && cluster === place.cluster && isPostgres(found.pid) ? found : undefined;
};

const isPostgres = (pid: number): boolean => {
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
};

const largestLog = 10_000_000;

const openLog = async (place: Place): Promise<number> => {
  const flags = existsSync(place.logFile) && statSync(place.logFile).size > largestLog ? 'w' : 'a';
  const descriptor = openSync(place.logFile, flags, 0o600);
  await chmod(place.logFile, 0o600);
  return descriptor;
};

/** Starts the server in its own session, so that neither Ctrl-C nor our death takes it along. Not yet ready on return. */
export const startPostmaster = async (place: Place): Promise<ProcessIdentity> => {
  // With no server behind it, a left-over pid file is only in the way: its number may mean another program by now.
  await rm(pidFile(place), { force: true });
  const output = await openLog(place);
  const child = spawn(
    join(place.native, 'bin', 'postgres'),
    [
      '-D',
      place.cluster,
      ...Object.entries(settings(place)).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      cwd: place.home,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      detached: true,
      stdio: ['ignore', output, output],
      ...(place.runAs && { uid: place.runAs.uid, gid: place.runAs.gid }),
    },
  );
  closeSync(output);
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', resolve);
  });
  child.unref();
  const started = child.pid === undefined ? undefined : findProcess(child.pid);
  if (!started) throw new Error(`The private database server ended at once; ${place.logFile} says why.`);
  return started;
};

/** Waits until the process has ended; false when it has not within `patienceMs`. */
const hasEnded = async (server: ProcessIdentity, patienceMs: number): Promise<boolean> => {
  const since = elapsedMs();
  while (isAlive(server)) {
    if (elapsedMs() - since > patienceMs) return false;
    await pause(20);
  }
  return true;
};

/** Ends the server cleanly: open transactions are rolled back, everything committed is on disk. */
export const stopPostmaster = async (server: ProcessIdentity): Promise<void> => {
  for (const [signal, patienceMs] of [
    ['SIGINT', 6000],
    ['SIGQUIT', 2000],
    ['SIGKILL', 2000],
  ] as const) {
    if (!isAlive(server)) return;
    process.kill(server.pid, signal);
    if (await hasEnded(server, patienceMs)) return;
    log.warn('database.slow-to-stop', { pid: server.pid, signal });
  }
};
