/** A version needs children and removals; only aggregates, or NCANDS files by themselves, can do without. */
import type { CanonicalTable } from './canonical.ts';
import type { CombinedTable } from './combine.ts';
import type { ProblemCollector } from './problem-collector.ts';

const needed: readonly CanonicalTable[] = ['children', 'removals'];

export const assertEnoughTables = (tables: readonly CombinedTable[], problems: ProblemCollector): void => {
  const has = new Map(tables.map((combined) => [combined.table, combined]));
  const isOnlyAggregates = has.has('aggregates') && has.size === 1;
  const isOnlyNcands =
    has.has('reports') && tables.every(({ from }) => from.every((kind) => kind === 'ncands'));
  if (isOnlyAggregates || isOnlyNcands) return;
  for (const table of needed)
    if (!has.has(table))
      problems.stop({
        ...{ file: `${table}.csv`, line: null, column: null, value: null, rule: 'table-missing' },
        sentence: `No file brings ${table}. A version needs children and removals; add the file and import all together.`,
      });
};
