/** PostgreSQL refuses to run as root; this finds or makes the user it runs as then. */
import { execFileSync, spawnSync } from 'node:child_process';
import { log } from '../../log.ts';

export interface RunAs {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const lookUp = (name: string): RunAs | undefined => {
  try {
    const id = (flag: string): number =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { name, uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
};

const make = (name: string): RunAs | undefined => {
  const made = spawnSync(
    'useradd',
    [
      '--system',
      '--user-group',
      '--no-create-home',
      '--home-dir',
      '/nonexistent',
      '--shell',
      '/usr/sbin/nologin',
      name,
    ],
    { stdio: 'ignore' },
  );
  if (made.status === 0) log.info('database.user-made', { user: name });
  return lookUp(name);
};

/** The user for a server started by root: `midcourse`, made when missing; else one the system has. */
export const serverUser = (): RunAs | undefined =>
  lookUp('midcourse') ?? make('midcourse') ?? lookUp('postgres') ?? lookUp('nobody');

/** The user running this process is root. */
export const isRoot = (): boolean => process.geteuid?.() === 0;
