/** The measures and the second reading agree on crowded edges, in every cell. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { versionOfRows } from '../support/package-version.ts';
import { withPackage } from '../support/staged-package.ts';
import { windows } from './adversarial-days.ts';
import { type AdversarialPackage, adversarialPackage } from './adversarial-package.ts';
import { agreementOn } from './agreement.ts';
import { asPackage, packageCells, packageFiles } from './package-text.ts';

/** The last day any of them is asked for: nothing is known later. */
const dataAsOf = '2026-06-30';

const hold = async ({ rows, asked }: AdversarialPackage): Promise<void> => {
  const files = await versionOfRows(packageCells(rows), dataAsOf);
  try {
    for (const { asOf, windows } of asked) {
      const { disagreements } = await agreementOn(rows, files, windows, asOf);
      expect(disagreements).toEqual([]);
    }
  } finally {
    files.remove();
  }
};

// To narrow a failure down, take away `endOnFailure` and wait.
test('in packages of a thousand children', async () => {
  const settings = { seed: 4, numRuns: 12, endOnFailure: true };
  await fc.assert(fc.asyncProperty(adversarialPackage(1000), hold), settings);
}, 60_000);

test('in a package that came in through the import', async () => {
  const drawn = fc.sample(adversarialPackage(300), { seed: 8, numRuns: 10 });
  const whole = drawn.find(({ rows }) => Object.values(rows).every((table) => table !== null));
  if (!whole) throw new Error('Every package drawn lacks a file.');
  const rows = asPackage(whole.rows);
  await withPackage(packageFiles(rows, dataAsOf), async ({ manifest, folder, problems }) => {
    if (!manifest) throw new Error(`The import stopped: ${problems[0]?.rule}`);
    const limits = { scratchFolder: `${folder}/scratch`, memory: '500MB', threads: 2 };
    const files = { folder, manifest, derivedFolder: null, ...limits };
    const { disagreements, compared } = await agreementOn(rows, files, windows, '2025-03-06');
    expect(disagreements).toEqual([]);
    expect(compared).toBeGreaterThan(1000);
  });
}, 60_000);
