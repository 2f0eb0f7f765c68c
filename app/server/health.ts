/** `/health`: for supervisors and proxies; says nothing about cases or people. */
import type { RequestHandler } from 'express';
import { log } from '../platform/log.ts';
import { programVersion } from '../platform/program-version.ts';

export interface HealthChecks {
  /** Resolves when the database answers. */
  database(): Promise<void>;
  /** Number of the data version in use, or null while there is none. */
  dataVersion(): Promise<number | null>;
}

/** 200 `ok`, or 503 `failing` while the database does not answer. */
export const health =
  (checks: HealthChecks): RequestHandler =>
  async (_request, response) => {
    const facts = await Promise.all([checks.database(), checks.dataVersion()]).then(
      ([, dataVersion]) => ({ status: 'ok', database: 'up', dataVersion }),
      (error: unknown) => {
        log.error('health.failing', { error: error instanceof Error ? error.name : 'unknown' });
        return { status: 'failing', database: 'down', dataVersion: null };
      },
    );
    response
      .status(facts.status === 'ok' ? 200 : 503)
      .set('cache-control', 'no-store')
      .json({ ...facts, version: programVersion });
  };
