/** Imports as jobs: started on a page, or on the command line and seen on the page. */

import { rm } from 'node:fs/promises';
import { relative } from 'node:path';
import type { JobHandler, JobOutcome, JobRequest } from '../../../commons/jobs/job.ts';
import type { JobQueue } from '../../../commons/jobs/queue.ts';
import { type Scope, systemScope } from '../../../commons/permissions/scope.ts';
import { hasDraft } from './extracts/reads.ts';
import { removeDraft } from './extracts/writes.ts';
import { type ImportForm, importForm } from './forms.ts';
import { type ImportOutcome, importFiles, type Limits } from './import-files.ts';
import { importInWords } from './import-words.ts';
import type { Problem } from './problem.ts';
import type { VersionStore } from './version.ts';

export const importKind = 'import';

const listedInResult = 200;

/** What stays with the job: where and what, without the values of the files. */
export type ReportedProblem = Omit<Problem, 'value' | 'about'>;

export interface ImportResult {
  readonly kind: ImportOutcome['kind'];
  readonly version: number | null;
  readonly problems: readonly ReportedProblem[];
  readonly problemsTotal: number;
  /** The extract that waits to be put right, when it could not be imported. */
  readonly extract?: string;
}

const withoutValue = ({ value: _, about: __, ...problem }: Problem): ReportedProblem => problem;

const stopsFirst = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((a, b) => Number(b.weight === 'stop') - Number(a.weight === 'stop'));

export const asJobOutcome = (
  outcome: ImportOutcome,
  extract?: string,
): JobOutcome & { readonly result: ImportResult } => ({
  ok: outcome.kind !== 'refused',
  sentence: importInWords(outcome),
  result: {
    kind: outcome.kind,
    version: outcome.kind === 'refused' ? null : outcome.version.number,
    problems: stopsFirst(outcome.problems).slice(0, listedInResult).map(withoutValue),
    problemsTotal: outcome.problems.length,
    ...(extract !== undefined && outcome.kind === 'refused' && { extract }),
  },
});

export const importRequest = (form: ImportForm): JobRequest => ({
  kind: importKind,
  title: 'Importing case files',
  input: form,
});

const removeUpload = async ({ dataFolder }: VersionStore, folder: string | undefined): Promise<void> => {
  if (folder === undefined) return;
  const inside = relative(dataFolder.staging, folder);
  if (inside === '' || inside.startsWith('..')) throw new Error('An upload lies in the staging folder.');
  await rm(folder, { recursive: true, force: true });
};

/** The second of a double click. */
const alreadyImported: JobOutcome & { readonly result: ImportResult } = {
  ok: true,
  sentence: 'These files were imported already, or taken out. Nothing was added.',
  result: { kind: 'known', version: null, problems: [], problemsTotal: 0 },
};

/** What the worker of `serve` does with a job of this kind. */
export const importHandler =
  (store: VersionStore, limits: Limits): JobHandler =>
  async ({ id, input, startedBy, report, signal }) => {
    const form = importForm.parse(input);
    try {
      const scope = systemScope(`import job ${id}`, startedBy);
      if (form.extract !== undefined && !(await hasDraft(store, scope, form.extract))) return alreadyImported;
      const outcome = await importFiles(store, limits, scope, form, { report, signal });
      if (form.extract !== undefined && outcome.kind !== 'refused')
        await removeDraft(store, scope, form.extract);
      return asJobOutcome(outcome, form.extract);
    } finally {
      await removeUpload(store, form.uploadFolder);
    }
  };

/** Puts an import in the queue and gives the job's id; `jobProgress` tells how far it is. */
export const startImport = (
  queue: JobQueue,
  scope: Scope<'versions.import'>,
  form: ImportForm,
): Promise<string> => queue.startJob(scope, importRequest(importForm.parse(form)));
