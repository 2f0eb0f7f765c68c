/** Every statement of a pool's connections goes through `timed`. */
import type { Pool } from 'pg';
import { timed } from '../slow-statements.ts';

type Query = (...asked: unknown[]) => unknown;

const textOf = (asked: unknown): string =>
  typeof asked === 'string' ? asked : String((asked as { readonly text?: unknown } | null)?.text ?? '');

export const timeStatements = (pool: Pool): void => {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as Query;
    const timedQuery: Query = (...asked) => {
      const answer = query(...asked);
      return answer instanceof Promise ? timed('postgres', textOf(asked[0]), () => answer) : answer;
    };
    client.query = timedQuery as typeof client.query;
  });
};
