/** `midcourse import`: files in, one new data version out, or nothing. */

import { jobProgress } from '../../app/commons/jobs/reads.ts';
import { runHere } from '../../app/commons/jobs/run-job.ts';
import {
  asJobOutcome,
  type ImportOutcome,
  importFiles,
  importInWords,
  importRequest,
} from '../../app/rooms/measures/public.ts';
import { reportOn } from '../check-report.ts';
import { type ImportCall, readImportCall } from '../import-call.ts';
import { type OpenStore, withStore } from '../open-store.ts';
import { problemLines, problemsAsJson } from '../problem-lines.ts';
import { openProgressLine } from '../progress-line.ts';
import { stopSignal } from '../stop-signal.ts';
import type { Verb } from '../verb.ts';
import { versionAsJson } from '../version-json.ts';

const help = `
midcourse import <path…> [options]

Imports case files: packages (folders, zips, CSV or Parquet), AFCARS, NCANDS, aggregates. Several paths make one
data version, or nothing at all. The same files again are recognised. A running server goes on and shows the progress.

  --dry-run              only say what the import would say (as \`check\`)
  --keep-current         leave the version in use as it is; \`use\` changes it later
  --prefer TABLE=SOURCE  which source a table comes from when two bring it, as removals=afcars-2020;
                         may be repeated. Sources: package, extract, afcars-2020, afcars-legacy, ncands, aggregates
  --layout FILE          your own NCANDS layout table (CSV: name, start, width)
  --mapping FILE         how files of your own system are read (CSV or Excel); the pages make it
  --as-of DAY            the day up to which such files tell, as 2026-09-30
  --show-values          show the values that are wrong too: they are about children
  --json                 the outcome and the whole report as JSON

Exit code 0: done. 1: nothing was imported, the report says why. 2: the call is wrong.
`;

const bringIn = async (store: OpenStore, call: ImportCall): Promise<ImportOutcome> => {
  const { database, scope, config } = store;
  const stopping = new AbortController();
  void stopSignal().then(() => stopping.abort());
  const progress = openProgressLine();
  const limits = { memory: config.analyticsMemory, threads: config.analyticsThreads };
  const form = { ...call.sources, paths: [...call.sources.paths], putInUse: call.putInUse };
  let outcome: ImportOutcome | undefined;
  const id = await runHere(
    database,
    scope,
    importRequest(form),
    async ({ report, signal }) => {
      const show: typeof report = (step) => {
        progress.show(step);
        report(step);
      };
      outcome = await importFiles(store, limits, scope, form, { report: show, signal });
      return asJobOutcome(outcome);
    },
    stopping.signal,
  );
  progress.end();
  if (outcome) return outcome;
  throw new Error((await jobProgress(database, scope, id)).sentence ?? 'The import broke.');
};

const asJson = (outcome: ImportOutcome, showValues: boolean): string =>
  JSON.stringify(
    {
      outcome: outcome.kind,
      sentence: importInWords(outcome),
      version: outcome.kind === 'refused' ? null : versionAsJson(outcome.version),
      report: problemsAsJson(outcome.problems, showValues),
    },
    null,
    2,
  );

const show = (outcome: ImportOutcome, { isJson, showValues }: ImportCall): void => {
  if (isJson) {
    process.stdout.write(`${asJson(outcome, showValues)}\n`);
    return;
  }
  if (outcome.problems.length > 0) process.stderr.write(`${problemLines(outcome.problems, showValues)}\n`);
  const out = outcome.kind === 'refused' ? process.stderr : process.stdout;
  out.write(`${importInWords(outcome)}\n`);
};

const run = async (args: readonly string[]): Promise<number> => {
  const call = readImportCall('import', args);
  if (call.isDryRun) return reportOn(call);
  const outcome = await withStore('import', (store) => bringIn(store, call));
  show(outcome, call);
  return outcome.kind === 'refused' ? 1 : 0;
};

export const importVerb: Verb = {
  name: 'import',
  summary: 'bring case files in as a new data version',
  help,
  run,
};
