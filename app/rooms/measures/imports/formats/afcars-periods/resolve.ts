/** Runs the statements that make one history out of several submissions. */
import { readFileSync } from 'node:fs';
import type { Analytics } from '../../../../../platform/analytics/duckdb.ts';

const statements = readFileSync(new URL('./resolve.sql', import.meta.url), 'utf8');

/** Makes `afcars_children`, `afcars_removals`, `afcars_placements`, `afcars_visits`; keeps `afcars_records` and `afcars_removals_submitted` for the quality checks. */
export const resolveSubmissions = (analytics: Analytics): Promise<void> => analytics.run(statements);
