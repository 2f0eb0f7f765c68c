/** Checking and importing an extract: long work, seen on pages while it goes on. */

import { z } from 'zod';
import type { JobHandler, JobRequest } from '../../../../commons/jobs/job.ts';
import type { JobQueue } from '../../../../commons/jobs/queue.ts';
import { type Scope, systemScope } from '../../../../commons/permissions/scope.ts';
import { Invalid } from '../../../../platform/errors.ts';
import type { Limits } from '../import-files.ts';
import { importRequest } from '../jobs.ts';
import { openStagingFolder } from '../staging-folder.ts';
import type { VersionStore } from '../version.ts';
import { checkExtract, checkKey, type ExtractCheck } from './check.ts';
import { filesOf } from './draft-folder.ts';
import { type DraftWithFiles, getDraft } from './reads.ts';
import { asMapping } from './rules.ts';
import { changeDraft, keepCheck, saveMapping } from './writes.ts';

export const checkKind = 'extract-check';

const checkInput = z.object({ id: z.string() });

const checkRequest = (id: string): JobRequest => ({
  kind: checkKind,
  title: 'Checking your own files',
  input: { id },
});

const mappingOf = ({ row }: DraftWithFiles) => asMapping(row.draft, row.basedOn ?? 'not saved yet');

/** The check of the mapping as it is now; null when there is none yet, or when something was changed since. */
export const checkOf = (draft: DraftWithFiles): ExtractCheck | null => {
  const { checked, asOf } = draft.row;
  const key = checkKey({ mapping: mappingOf(draft), ...(asOf !== null && { asOf }) });
  return checked?.of === key ? checked : null;
};

const inWords = ({ isPossible, setAside }: ExtractCheck): string => {
  if (!isPossible) return 'The files cannot be imported as they are. The page of the files says why.';
  return setAside === 0
    ? 'Every row can be used.'
    : `${setAside.toLocaleString('en-US')} rows would be set aside. The page of the files says why.`;
};

/** What the worker of `serve` does with a job of this kind. */
export const checkHandler =
  (store: VersionStore, limits: Limits): JobHandler =>
  async ({ id: job, input, startedBy, report, signal }) => {
    const { id } = checkInput.parse(input);
    const scope = systemScope(`check job ${job}`, startedBy);
    const draft = await getDraft(store, scope, id);
    const { files, asOf } = draft.row;
    const staging = await openStagingFolder(store.dataFolder, 'check');
    try {
      const checked = await checkExtract({
        ...limits,
        ...{ paths: filesOf(store.dataFolder, id, files), mapping: mappingOf(draft), folder: staging.path },
        ...(asOf !== null && { asOf }),
        ...{ onProgress: report, signal },
      });
      signal.throwIfAborted();
      await keepCheck(store.database, scope, id, checked);
      return { ok: true, sentence: inWords(checked), result: { extract: id } };
    } finally {
      await staging.remove();
    }
  };

const assertSettled = ({ questions }: DraftWithFiles): void => {
  if (questions.length > 0)
    throw new Invalid('Some things are not settled yet.', 'Answer what the page asks first.');
};

/** Gives the job's id. Throws `Invalid` while questions are open. */
export const startCheck = async (
  store: VersionStore,
  queue: JobQueue,
  scope: Scope<'mappings.change'>,
  id: string,
): Promise<string> => {
  assertSettled(await getDraft(store, scope, id));
  const checkJob = await queue.startJob(scope, checkRequest(id));
  await changeDraft(store.database, scope, id, () => ({ checkJob }));
  return checkJob;
};

export interface ExtractImport {
  readonly name: string;
  readonly putInUse: boolean;
}

/** Saves the mapping under its name and puts the import in the queue. Gives the job's id. Throws `Invalid`. */
export const startExtractImport = async (
  store: VersionStore,
  queue: JobQueue,
  scopes: { readonly mapping: Scope<'mappings.change'>; readonly importing: Scope<'versions.import'> },
  id: string,
  { name, putInUse }: ExtractImport,
): Promise<string> => {
  const draft = await getDraft(store, scopes.mapping, id);
  assertSettled(draft);
  const { content } = await saveMapping(store.database, scopes.mapping, asMapping(draft.row.draft, name));
  const { files, asOf } = draft.row;
  return queue.startJob(
    scopes.importing,
    importRequest({
      ...{ paths: filesOf(store.dataFolder, id, files), mapping: content, putInUse, extract: id },
      ...(asOf !== null && { asOf }),
    }),
  );
};
