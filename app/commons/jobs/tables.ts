/** Long work and how far it is. The queue (pg-boss) holds only the id; what people see is here. */
import { bigint, index, jsonb, pgPolicy, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { heldByAnyOf } from '../permissions/row-policy.ts';
import { jobsPolicy } from './policy.ts';

/** `stopped`: the process that ran it ended before it did. */
export const jobStates = ['waiting', 'running', 'done', 'failed', 'stopped'] as const;

export const jobs = pgTable(
  'jobs',
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: text().notNull(),
    title: text().notNull(),
    state: text({ enum: jobStates }).notNull().default('waiting'),
    input: jsonb().notNull(),
    step: text().notNull().default(''),
    file: text(),
    rows: bigint({ mode: 'number' }).notNull().default(0),
    bytes: bigint({ mode: 'number' }).notNull().default(0),
    totalBytes: bigint('total_bytes', { mode: 'number' }).notNull().default(0),
    /** How it ended, in one plain sentence. */
    sentence: text(),
    result: jsonb(),
    startedBy: text('started_by').notNull(),
    queuedAt: timestamp('queued_at', { withTimezone: true }).notNull().defaultNow(),
    startedAt: timestamp('started_at', { withTimezone: true }),
    movedAt: timestamp('moved_at', { withTimezone: true }),
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  (table) => [
    index('jobs_newest').on(table.queuedAt),
    pgPolicy('jobs_read', { for: 'select', using: heldByAnyOf(jobsPolicy['jobs.read'].mayBeDoneBy) }),
    pgPolicy('jobs_add', {
      for: 'insert',
      withCheck: heldByAnyOf(['analyst', 'administrator', 'security_officer']),
    }),
    pgPolicy('jobs_move', { for: 'update', using: heldByAnyOf([]) }),
  ],
);
