/** The server's files: made once, whole or not at all. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chown, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Invalid } from '../../errors.ts';
import { log } from '../../log.ts';
import type { Place } from './place.ts';

export const adminRole = 'midcourse_admin';

const options = [
  '--encoding=UTF8',
  // The host's own locales differ and change; this provider is PostgreSQL's.
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--auth=scram-sha-256',
  `--username=${adminRole}`,
];

const initialise = async (place: Place, target: string, passwordFile: string): Promise<void> => {
  const child = spawn(
    join(place.native, 'bin', 'initdb'),
    [...options, `--pwfile=${passwordFile}`, '-D', target],
    {
      cwd: place.home,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(place.runAs && { uid: place.runAs.uid, gid: place.runAs.gid }),
    },
  );
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [code, problems] = await Promise.all([ended, text(child.stderr)]);
  if (code !== 0) throw new Error(`The private database could not be made.\n${problems}`);
};

const majorOf = (text: string): string => text.trim().split('.')[0] ?? '';

/** Another major version's files cannot be opened; better said here than in the server's log. */
const refuseOtherVersion = (place: Place): void => {
  const files = majorOf(readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8'));
  const control = readFileSync(join(place.native, 'share', 'postgresql', 'postgres.bki'), 'utf8');
  const programs = majorOf(/^# PostgreSQL (\S+)/.exec(control)?.[1] ?? '');
  if (files === programs) return;
  throw new Invalid(
    `The private database was made by PostgreSQL ${files}; this Midcourse brings PostgreSQL ${programs}.`,
    'docs/operations.md says how to carry the data over.',
  );
};

/** Makes the cluster where there is none. The caller keeps other processes away. */
export const ensureCluster = async (place: Place, adminPassword: string): Promise<void> => {
  if (existsSync(place.cluster)) return refuseOtherVersion(place);
  const half = `${place.cluster}.half`;
  const passwordFile = join(place.home, 'password');
  await rm(half, { recursive: true, force: true });
  try {
    await writeFile(passwordFile, adminPassword, { mode: 0o600 });
    if (place.runAs) await chown(passwordFile, place.runAs.uid, place.runAs.gid);
    await initialise(place, half, passwordFile);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(half, place.cluster);
  log.info('database.made', { cluster: place.cluster });
};
