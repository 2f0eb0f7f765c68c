/** What the submissions say of each other: children who stand twice in a period, removals that were withdrawn. */
import type { Row } from '../../../../../platform/analytics/duckdb.ts';
import { listedPerRule } from '../../problem-collector.ts';
import type { ReadContext } from '../format.ts';

interface Repeated extends Row {
  readonly name: string;
  readonly line: number;
}

interface Count extends Row {
  readonly name: string;
  readonly n: number;
}

const repeatedRecords = `
  SELECT f.name, r.line
  FROM afcars_records AS r JOIN afcars_files AS f USING (file_no)
  QUALIFY row_number() OVER (PARTITION BY r.period_end, r.child_id ORDER BY r.submission DESC) > 1
  ORDER BY r.submission`;

const noteRepeated = async ({ analytics, problems }: ReadContext): Promise<void> => {
  const [total] = await analytics.all<{ n: number }>(`SELECT count(*) AS n FROM (${repeatedRecords})`);
  if (total === undefined || total.n === 0) return;
  const listed = await analytics.all<Repeated>(`${repeatedRecords} LIMIT ${listedPerRule}`);
  for (const [index, { name, line }] of listed.entries())
    problems.add(
      {
        ...{ file: name, line, column: null, value: null, rule: 'child-repeated', weight: 'note' },
        sentence: 'The child stands again in the files of this period; the record that stands last counts.',
      },
      index === listed.length - 1 ? total.n - listed.length + 1 : 1,
    );
};

/** Removals of earlier submissions that the child's latest record, which holds the whole history, does not have. */
const withdrawnRemovals = `
  SELECT f.name, count(*) AS n
  FROM (
    SELECT DISTINCT e.child_id, e.removal_date, c.submission
    FROM afcars_removals_submitted AS e
    JOIN afcars_current AS c ON c.child_id = e.child_id
    JOIN afcars_records AS x ON x.submission = c.submission
    WHERE x.kind = 'afcars-2020' AND e.period_end < x.period_end
  ) AS earlier
  ANTI JOIN afcars_removals AS r ON r.child_id = earlier.child_id AND r.removal_date = earlier.removal_date
  JOIN afcars_records AS latest ON latest.submission = earlier.submission
  JOIN afcars_files AS f ON f.file_no = latest.file_no
  GROUP BY f.file_no, f.name
  ORDER BY f.file_no`;

const noteWithdrawn = async ({ analytics, problems }: ReadContext): Promise<void> => {
  for (const { name, n } of await analytics.all<Count>(withdrawnRemovals))
    problems.add(
      {
        ...{ file: name, line: null, column: null, value: null, rule: 'removal-withdrawn', weight: 'note' },
        sentence:
          'A removal of an earlier submission is no longer in the child’s record here. The latest submission wins, so it is left out.',
      },
      n,
    );
};

export const noteSubmissions = async (context: ReadContext): Promise<void> => {
  await noteRepeated(context);
  await noteWithdrawn(context);
};
