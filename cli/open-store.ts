/** What verbs that need the database stand on: beside a running server they join in, without one they bring it up for a moment. */
import { makeQueueTables } from '../app/commons/jobs/queue-tables.ts';
import { type SystemScope, systemScope } from '../app/commons/permissions/scope.ts';
import { type Config, loadConfig } from '../app/platform/config.ts';
import { dataFolderAt } from '../app/platform/data-folder.ts';
import { openDatabase } from '../app/platform/database/open.ts';
import type { VersionStore } from '../app/rooms/measures/public.ts';

export interface OpenStore extends VersionStore {
  readonly config: Config;
  /** The operator of this machine holds the data folder itself; the audit says that it was the command line. */
  readonly scope: SystemScope;
}

/** Opens, does the work, closes, whatever happens. A running server goes on. */
export const withStore = async <T>(verb: string, work: (store: OpenStore) => Promise<T>): Promise<T> => {
  const config = loadConfig();
  const dataFolder = dataFolderAt(config.dataFolder);
  const database = await openDatabase(config, dataFolder, { ownerSteps: [makeQueueTables] });
  try {
    return await work({ config, dataFolder, database, scope: systemScope(`command line: ${verb}`) });
  } finally {
    await database.close();
  }
};
