import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangesByProgram } from './attacker.fixture.ts';
import { rangeOf } from './hide-until-safe.ts';
import { type Pipe, sumNetwork } from './sum-network.ts';

const tables = fc
  .record({ rows: fc.integer({ min: 2, max: 4 }), columns: fc.integer({ min: 2, max: 4 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      counts: fc.array(fc.nat(30), { minLength: rows * columns, maxLength: rows * columns }),
      isHidden: fc.array(fc.boolean(), { minLength: rows * columns, maxLength: rows * columns }),
    }),
  );

test('the limits of a hidden cell are those of an integer program, exactly', () => {
  fc.assert(
    fc.property(tables, ({ rows, columns, counts, isHidden }) => {
      const cells = counts.map((count, cell) => ({
        cell,
        count,
        row: Math.floor(cell / columns),
        column: cell % columns,
      }));
      const sums = [
        ...Array.from({ length: rows }, (_, row) => cells.filter((cell) => cell.row === row)),
        ...Array.from({ length: columns }, (_, column) => cells.filter((cell) => cell.column === column)),
      ];
      const total = (of: typeof cells): number => of.reduce((sum, { count }) => sum + count, 0);
      const pipe = (from: number, to: number, count: number): Pipe => ({
        from,
        to,
        counts: [count],
        size: count,
        mayBeHidden: false,
      });
      const pipes = [
        ...cells.map(({ row, column, count }) => pipe(2 + row, 2 + rows + column, count)),
        ...sums.map((sum, index) =>
          index < rows ? pipe(0, 2 + index, total(sum)) : pipe(2 + index, 1, total(sum)),
        ),
        pipe(1, 0, total(cells)),
      ];
      const network = sumNetwork(
        pipes,
        pipes.map((_, index) => isHidden[index] ?? false),
      );
      const known = [
        ...sums.map((sum) => ({ atoms: sum.map(({ cell }) => cell), count: total(sum) })),
        ...cells.filter(({ cell }) => !isHidden[cell]).map(({ cell, count }) => ({ atoms: [cell], count })),
      ];
      const hidden = cells.flatMap(({ cell }) => (isHidden[cell] ? [cell] : []));
      expect(hidden.map((cell) => rangeOf(network, cell, 0))).toEqual(
        rangesByProgram(
          hidden.map((cell) => [cell]),
          known,
        ),
      );
    }),
    { numRuns: 40 },
  );
});

test('rows of 20 and 30, columns of 25 and 25: the first cell is 0 to 20', () => {
  const pipe = (from: number, to: number, count: number): Pipe => ({
    from,
    to,
    counts: [count],
    size: count,
    mayBeHidden: true,
  });
  const cells = [pipe(2, 4, 12), pipe(2, 5, 8), pipe(3, 4, 13), pipe(3, 5, 17)];
  const sums = [pipe(0, 2, 20), pipe(0, 3, 30), pipe(4, 1, 25), pipe(5, 1, 25), pipe(1, 0, 50)];
  const network = sumNetwork([...cells, ...sums], [...cells.map(() => true), ...sums.map(() => false)]);
  expect(rangeOf(network, 0, 0)).toEqual({ least: 0, most: 20 });
});
