/** Connections for better-auth, which brings its own SQL: the only ones that see accounts and sessions. */
import { Pool } from 'pg';
import { errorCode } from '../../platform/database/sql-state.ts';
import { timeStatements } from '../../platform/database/time-statements.ts';
import { log } from '../../platform/log.ts';

export const openSignInConnections = (application: Pool): Pool => {
  // pg hides the password from enumeration, so that spreading the options would lose it.
  const { password } = application.options;
  const pool = new Pool({
    ...application.options,
    ...(password !== undefined && { password }),
    max: 4,
    onConnect: async (client) => {
      await client.query("set midcourse.part = 'sign-in'");
    },
  });
  timeStatements(pool);
  pool.on('error', (error) => log.warn('sign-in.connection-lost', { code: errorCode(error) }));
  return pool;
};
