/**
 * The canonical tables as they were known on the as-of day: the `case_*` views every query reads.
 *
 * A row whose own event is after as-of is left out; any other date after as-of is blank, and a blanked
 * discharge date takes its reason with it. Event dates decide, not the days on which they were keyed.
 * Birth dates and the days by which something is due are not events and stay.
 *
 * `case_children` also numbers the children, so that rows can be grouped by a number instead of a text.
 */
import type { Day } from '../../../platform/clock.ts';
import { type CanonicalTable, canonicalTableNames, columnsOf } from '../imports/canonical.ts';

const eventOf: Partial<Record<CanonicalTable, string>> = {
  removals: 'removal_date',
  placements: 'start_date',
  reports: 'report_date',
  visits: 'visit_date',
  investigations: 'received_on',
};

const staysAsItIs = new Set(['birth_date', 'due_on', 'due_at', 'completion_due_on', 'completion_due_at']);

const columnKnown = (table: CanonicalTable, [column, type]: [string, string], asOf: Day): string => {
  if (table === 'aggregates' || column === eventOf[table] || staysAsItIs.has(column)) return column;
  if (column === 'discharge_reason') {
    return `CASE WHEN discharge_date > DATE '${asOf}' THEN NULL ELSE discharge_reason END AS discharge_reason`;
  }
  if (type === 'DATE') return `CASE WHEN ${column} <= DATE '${asOf}' THEN ${column} END AS ${column}`;
  if (type === 'TIMESTAMP') {
    return `CASE WHEN ${column} < DATE '${asOf}' + INTERVAL 1 DAY THEN ${column} END AS ${column}`;
  }
  return column;
};

const rowsKnown = (table: CanonicalTable, asOf: Day): string => {
  const event = eventOf[table];
  if (!event) return '';
  const known = `${event} <= DATE '${asOf}'`;
  return table === 'investigations' ? ` WHERE (${event} IS NULL OR ${known})` : ` WHERE ${known}`;
};

const emptyTable = (table: CanonicalTable): string =>
  `SELECT ${[...columnsOf(table), ...(table === 'children' ? [['child_number', 'BIGINT']] : [])]
    .map(([column, type]) => `NULL::${type} AS ${column}`)
    .join(', ')} WHERE false`;

/**
 * One statement per canonical table. Reads `version_<table>` where the version holds the table; a table it
 * does not hold is empty.
 */
export const caseViews = (held: ReadonlySet<string>, asOf: Day): string[] =>
  canonicalTableNames.map((table) => {
    if (!held.has(table)) return `CREATE TEMP VIEW case_${table} AS ${emptyTable(table)}`;
    const columns = columnsOf(table).map((column) => columnKnown(table, column, asOf));
    if (table === 'children') columns.push('file_row_number AS child_number');
    return `CREATE TEMP VIEW case_${table} AS SELECT ${columns.join(', ')} FROM version_${table}${rowsKnown(table, asOf)}`;
  });
