/** What must hold of every figure, whatever the data. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asOf, children, packageOf, window } from '../../../../tests/support/generated-cases.ts';
import { type PackageRows, versionOfRows } from '../../../../tests/support/package-version.ts';
import { measureIds } from '../catalog/definition-shape.ts';
import { computeFigures } from './compute.ts';
import type { Figure, FigureRequest } from './figure.ts';

const population = [
  { county: 'Alder', year: 2023, age_group: '1-5', race_ethnicity: 'white', children: 900 },
  { county: 'Birch', year: 2023, age_group: '6-10', race_ethnicity: 'hispanic', children: 700 },
];

const request: FigureRequest = { measures: measureIds, windows: [window], by: [], asOf };

const measured = async (rows: PackageRows, asked: Partial<FigureRequest> = {}) => {
  const version = await versionOfRows({ population, ...rows }, asOf);
  try {
    return await computeFigures(version, { ...request, ...asked });
  } finally {
    version.remove();
  }
};

const counts = (figures: readonly Figure[]) =>
  figures.map(({ measure, numerator, denominator }) => [measure, numerator, denominator]);

test('figures do not change when rows are shuffled', async () => {
  await fc.assert(
    fc.asyncProperty(children, fc.infiniteStream(fc.nat()), async (generated, chance) => {
      const rows = packageOf(generated);
      const shuffled = Object.fromEntries(
        Object.entries(rows).map(([table, list]) => [
          table,
          list
            .map((row) => ({ row, place: chance.next().value ?? 0 }))
            .toSorted((a, b) => a.place - b.place)
            .map(({ row }) => row),
        ]),
      );
      const [plain, mixed] = [await measured(rows), await measured(shuffled)];
      expect(counts(mixed.figures)).toEqual(counts(plain.figures));
      expect(mixed.dropped).toEqual(plain.dropped);
    }),
    { numRuns: 4 },
  );
});

test('unrelated children add their own figures and change nobody else’s', async () => {
  await fc.assert(
    fc.asyncProperty(children, children, async (some, others) => {
      const [a, b] = [packageOf(some, 'a'), packageOf(others, 'b')];
      const tables = ['children', 'removals', 'placements', 'reports', 'visits'] as const;
      const both = Object.fromEntries(tables.map((table) => [table, [...a[table], ...b[table]]]));
      const [one, two, sum] = [await measured(a), await measured(b), await measured(both)];
      for (const [index, figure] of sum.figures.entries()) {
        if (figure.numerator === null || figure.measure === 'H1') continue;
        const parts = [one.figures[index], two.figures[index]];
        expect(figure.numerator).toBe(parts.reduce((total, part) => total + (part?.numerator ?? 0), 0));
        expect(figure.denominator).toBe(parts.reduce((total, part) => total + (part?.denominator ?? 0), 0));
      }
    }),
    { numRuns: 4 },
  );
});

test('groups of every breakdown but aian_any sum to the total', async () => {
  await fc.assert(
    fc.asyncProperty(children, async (generated) => {
      const by = ['county', 'age', 'race_ethnicity', 'sex', 'unit'] as const;
      const { figures } = await measured(packageOf(generated), { by });
      for (const figure of figures) {
        for (const groups of Object.values(figure.by)) {
          const cells = Object.values(groups);
          expect(cells.reduce((sum, cell) => sum + (cell.numerator ?? 0), 0)).toBe(figure.numerator);
          expect(cells.reduce((sum, cell) => sum + (cell.denominator ?? 0), 0)).toBe(figure.denominator);
        }
      }
    }),
    { numRuns: 4 },
  );
});

test('many windows at once give what each gives alone, and a filter what its group gives', async () => {
  await fc.assert(
    fc.asyncProperty(children, async (generated) => {
      const rows = packageOf(generated);
      const windows = [
        { from: '2022-01-01', to: '2022-03-31' },
        window,
        { from: '2023-04-01', to: '2024-03-31' },
      ];
      const together = await measured(rows, { windows, by: ['county'] });
      const alone = await Promise.all(
        windows.map((one) => measured(rows, { windows: [one], by: ['county'] })),
      );
      const sorted = measureIds.flatMap((id) =>
        alone.flatMap(({ figures }) => figures.filter((f) => f.measure === id)),
      );
      expect(together.figures).toEqual(sorted);
      const filtered = await measured(rows, { windows, where: { county: 'Alder' } });
      for (const [index, figure] of filtered.figures.entries()) {
        const group = together.figures[index]?.by.county?.Alder;
        if (figure.numerator !== null) expect(figure.numerator).toBe(group?.numerator ?? 0);
      }
    }),
    { numRuns: 2 },
  );
});
