/** `midcourse check`: what an import would say, without importing. */
import { reportOn } from '../check-report.ts';
import { readImportCall } from '../import-call.ts';
import type { Verb } from '../verb.ts';

const help = `
midcourse check <path…> [options]

Reads files as an import would and says what it would say. Needs no server and no database and keeps nothing.

  --prefer TABLE=SOURCE  which source a table comes from when two bring it, as removals=afcars-2020;
                         may be repeated. Sources: package, extract, afcars-2020, afcars-legacy, ncands, aggregates
  --layout FILE          your own NCANDS layout table (CSV: name, start, width)
  --mapping FILE         how files of your own system are read (CSV or Excel); the pages make it
  --as-of DAY            the day up to which such files tell, as 2026-09-30
  --show-values          show the values that are wrong too: they are about children
  --json                 the whole report as JSON

Exit code 0: the files can be imported. 1: they cannot. 2: the call is wrong.
`;

export const check: Verb = {
  name: 'check',
  summary: 'what an import of files would say, without importing',
  help,
  run: async (args) => reportOn(readImportCall('check', args)),
};
