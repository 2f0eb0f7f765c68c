/** A process of its own that imports or deletes, for tests to kill. Prints each step; the last line is the outcome. */
import { systemScope } from '../../../commons/permissions/scope.ts';
import { dataFolderAt } from '../../../platform/data-folder.ts';
import { connectApplication } from '../../../platform/database/connect.ts';
import { importFiles } from './import-files.ts';
import { importInWords } from './import-words.ts';
import { deleteVersion } from './writes.ts';

const [access, root, verb, subject] = process.argv.slice(2);
if (!access || !root || !subject) throw new Error('access, data folder, verb, subject');
const store = {
  database: connectApplication(JSON.parse(access), true, async () => undefined),
  dataFolder: dataFolderAt(root),
};
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const scope = systemScope('a test');

if (verb === 'delete') {
  await deleteVersion(store, scope, Number(subject));
  say('deleted');
} else {
  const form = { paths: [subject], putInUse: true };
  const watch = { report: ({ step }: { step: string }) => say(step), signal: new AbortController().signal };
  const outcome = await importFiles(store, { memory: '500MB', threads: 1 }, scope, form, watch);
  say(importInWords(outcome));
}
await store.database.close();
