/** A Midcourse of a test file's own: without data, with an account for each role, to be changed, killed and started again. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createAccount } from '../../app/commons/identity/writes.ts';
import type { Place } from '../../app/commons/permissions/place.ts';
import { type Role, roles } from '../../app/commons/permissions/role.ts';
import { systemScope } from '../../app/commons/permissions/scope.ts';
import { loadConfig } from '../../app/platform/config.ts';
import { type DataFolder, dataFolderAt } from '../../app/platform/data-folder.ts';
import { openDatabase } from '../../app/platform/database/open.ts';
import { ensureValue } from '../../app/rooms/values/public.ts';
import { juniperValues } from '../../seed/values.ts';
import { freePort } from './free-port.ts';
import { type MidcourseProcess, startMidcourse } from './midcourse-process.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { Served } from './visits.ts';

export interface OwnMidcourse {
  /** Starts it at the first call. */
  served(): Promise<Served>;
  /** Kills the process as a power cut would, does what is given meanwhile, and starts it again at the same address. */
  killAndStart(meanwhile?: () => void): Promise<void>;
  readonly dataFolder: DataFolder;
  /** A folder for the files of the test. */
  readonly files: string;
}

const accounts = roles.map((role) => ({
  role,
  email: `${role}@agency.example`,
  password: `a password for ${role}`,
}));

/** Where a role is held, when it is not the whole state. */
type Places = Partial<Record<Role, Place>>;

/** Beside the running server, as the command line works: an account for each role, and what the agency stands for. */
const furnish = async (data: string, places: Places): Promise<void> => {
  const config = loadConfig({ MIDCOURSE_DATA: data });
  const database = await openDatabase(config, dataFolderAt(data));
  const scope = systemScope('a test furnishes its agency');
  try {
    for (const { role, email, password } of accounts)
      await createAccount(database, scope, {
        name: role,
        email,
        password,
        assignments: [{ role, place: places[role] ?? 'state' }],
        agency: 'Example agency',
      });
    for (const story of juniperValues) await ensureValue(database, scope, story);
  } finally {
    await database.close();
  }
};

/** Call it at the top of a test file. */
export const ownMidcourse = (places: Places = {}): OwnMidcourse => {
  const root = temporaryFolder();
  const [data, files] = [join(root, 'data'), join(root, 'files')];
  mkdirSync(files);
  let running: MidcourseProcess | undefined;
  let port: number | undefined;
  const start = async (): Promise<Served> => {
    port ??= await freePort();
    running = startMidcourse(['serve', '--json'], { env: { MIDCOURSE_DATA: data, PORT: String(port) } });
    const [line] = await running.said(/^\{"address".*\}$/m, 120_000);
    return { ...(JSON.parse(line) as { address: string }), accounts };
  };
  let first: Promise<Served> | undefined;
  afterAll(async () => {
    running?.child.kill('SIGTERM');
    await running?.ended();
  });
  return {
    files,
    dataFolder: dataFolderAt(data),
    served: () => {
      first ??= start().then(async (served) => {
        await furnish(data, places);
        return served;
      });
      return first;
    },
    killAndStart: async (meanwhile) => {
      running?.child.kill('SIGKILL');
      await running?.ended();
      meanwhile?.();
      await start();
    },
  };
};
