/**
 * Vitest's global set-up for the tests of pages: one small Juniper for the whole run, served by the demo itself. It starts
 * while other tests run; who needs it waits (juniper.ts).
 */
import { chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { dataFolderAt } from '../../app/platform/data-folder.ts';
import { startMidcourse } from './midcourse-process.ts';
import { removePrivateHome } from './private-home.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Path of the file that holds what the demo printed, or why it did not; absent until then. */
    juniperPrinted: string;
  }
}

/** Enough for a usual range on every measure of the state, few enough to be there in half a minute. */
const children = '60000';

export default (project: TestProject): (() => Promise<void>) => {
  const root = mkdtempSync(join(tmpdir(), 'midcourse-juniper-'));
  chmodSync(root, 0o755);
  const [data, printed] = [join(root, 'data'), join(root, 'printed.json')];
  const demo = startMidcourse(['demo', '--children', children, '--json'], {
    env: { MIDCOURSE_DATA: data, PORT: '0' },
  });
  const say = (text: string): void => {
    writeFileSync(`${printed}.half`, text);
    renameSync(`${printed}.half`, printed);
  };
  const spoken = demo.said(/^\{"address".*\}$/m, 240_000).then(
    ([line]) => say(line),
    (error: unknown) => say(JSON.stringify({ problem: String(error) })),
  );
  project.provide('juniperPrinted', printed);
  return async () => {
    demo.child.kill('SIGTERM');
    await demo.ended();
    await spoken;
    removePrivateHome(dataFolderAt(data));
    rmSync(root, { recursive: true, force: true });
  };
};
