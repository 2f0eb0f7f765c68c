/** Writes docs/two-routes.md. `--children N` compares another size of Juniper and writes to the path given by `--to`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeJuniper } from '../../seed/juniper.ts';
import { compareRoutes } from './compare-routes.ts';
import { leftOver } from './comparison.ts';
import { twoRoutesPage } from './page.ts';
import { unexplained } from './record-differences.ts';

/** Large enough for every kind of difference, small enough for a test. */
export const usualChildren = 40_000;

const write = async (children: number, to: string | URL): Promise<void> => {
  const work = mkdtempSync(join(tmpdir(), 'midcourse-two-routes-'));
  try {
    await writeJuniper({ folder: join(work, 'juniper'), population: children });
    const compared = await compareRoutes(join(work, 'juniper'), work);
    const [records, facts] = [await unexplained(compared.analytics), await leftOver(compared.analytics)];
    compared.analytics.close();
    if (records.length + facts.length > 0) {
      throw new Error(`${records.length} records and ${facts.length} facts differ without a class.`);
    }
    writeFileSync(to, twoRoutesPage(compared, children));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

if (import.meta.main) {
  const { values } = parseArgs({ options: { children: { type: 'string' }, to: { type: 'string' } } });
  const page = new URL('../../docs/two-routes.md', import.meta.url);
  await write(Number(values.children ?? usualChildren), values.to ?? page);
}
