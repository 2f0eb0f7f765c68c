import { defineConfig } from 'vitest/config';

/** Tests load every module from source, as the command line does; the pages' bundling rules are not theirs. */
export default defineConfig({
  test: {
    include: ['{app,statistics,cli,seed,tests,bench}/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
