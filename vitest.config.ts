import { defineConfig } from 'vitest/config';

const pages = 'tests/{journeys,accessibility}/**/*.test.ts';

/** Tests load every module from source, as the command line does; the pages' bundling rules are not theirs. */
export default defineConfig({
  test: {
    // Processes, not threads: DuckDB and the lock files belong to a process. Two, as the smallest machine has two cores.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['{app,statistics,cli,seed,tests,bench}/**/*.test.{ts,tsx}'],
          exclude: [pages],
          globalSetup: ['tests/support/database-server.ts'],
        },
      },
      // What people do in a browser; a small Juniper is served for it, only when one of these runs.
      {
        extends: true,
        test: {
          name: 'pages',
          include: [pages],
          globalSetup: ['tests/support/juniper-server.ts'],
        },
      },
    ],
  },
});
