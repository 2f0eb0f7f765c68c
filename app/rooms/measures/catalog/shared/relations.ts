/** The shared preparation of the measures' queries: which relations a query reads, in the order they are made. */
import { readFileSync } from 'node:fs';

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

/** Each only after those it reads. A relation's file is its name with dashes. */
const inOrder = [
  'dropped_records',
  'episodes',
  'window_entries',
  'first_entries',
  'window_placements',
  'last_placements',
  'placement_walks',
  'stays',
  'victim_reports',
  'reported_children',
  'initial_victim_reports',
  'initial_reports',
  'recurrences',
  'initial_report_removals',
] as const;

const withoutComments = (sql: string): string => sql.replaceAll(/--.*$/gm, '');

/** One statement each. */
export const macros: readonly string[] = withoutComments(read('./macros.sql'))
  .split(';')
  .filter((statement) => statement.trim() !== '');

const mentions = (sql: string, relation: string): boolean =>
  new RegExp(`\\b${relation}\\b`).test(withoutComments(sql));

/** The statements that make what these queries read, directly or through one another, in order. */
export const preparationFor = (queries: readonly string[]): string[] => {
  const needed: string[] = [];
  let readBy = [...queries];
  for (const relation of inOrder.toReversed()) {
    if (!readBy.some((sql) => mentions(sql, relation))) continue;
    const statement = read(`./${relation.replaceAll('_', '-')}.sql`);
    needed.unshift(statement);
    readBy = [...readBy, statement];
  }
  return needed;
};
