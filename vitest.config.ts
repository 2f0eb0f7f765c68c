import { defineConfig } from 'vitest/config';

/** Tests load every module from source, as the command line does; the pages' bundling rules are not theirs. */
export default defineConfig({
  test: {
    include: ['{app,statistics,cli,seed,tests,bench}/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/database-server.ts'],
    // Processes, not threads: DuckDB and the lock files belong to a process. Two, as the smallest machine has two cores.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
