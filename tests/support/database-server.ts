/** Vitest's global set-up: one private server for the whole run, in a folder of its own, gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { makeQueueTables } from '../../app/commons/jobs/queue-tables.ts';
import { dataFolderAt, prepareDataFolder } from '../../app/platform/data-folder.ts';
import { type ApplicationAccess, prepareDatabase } from '../../app/platform/database/prepare.ts';
import { enterPrivateServer } from '../../app/platform/database/private-server/private-server.ts';
import { loadSecrets } from '../../app/platform/secrets.ts';
import { removePrivateHome } from './private-home.ts';

interface OwnerAccess {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    testDatabase: { owner: OwnerAccess; application: OwnerAccess };
    testTemplate: string;
  }
}

export default async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = dataFolderAt(mkdtempSync(join(tmpdir(), 'midcourse-tests-')));
  await prepareDataFolder(folder);
  const secrets = await loadSecrets(folder);
  const server = await enterPrivateServer(folder, secrets);
  const application: ApplicationAccess = {
    ...server.owner,
    user: 'midcourse_app',
    password: secrets.databaseApplicationPassword,
  };
  await prepareDatabase(server.owner, application, [makeQueueTables]);
  const plain = (access: typeof server.owner): OwnerAccess =>
    JSON.parse(JSON.stringify(access)) as OwnerAccess;
  project.provide('testDatabase', {
    owner: { ...plain(server.owner), database: 'postgres' },
    application: plain(application),
  });
  project.provide('testTemplate', String(server.owner.database));
  return async () => {
    await server.release();
    removePrivateHome(folder);
    rmSync(folder.root, { recursive: true, force: true });
  };
};
