/** The queue's own tables (pg-boss, schema `pgboss`), made and brought up to date by the owner at start. */
import type { Client } from 'pg';
import { type ConstructorOptions, type Db, PgBoss } from 'pg-boss';
import { log } from '../../platform/log.ts';

export const queueName = 'midcourse';
/** Where pg-boss passes on what its schedules send; only an owner can make it. */
const queueOfSchedules = '__pgboss__send-it';

/** Nothing of pg-boss's own supervision that only an owner may do. Its clock runs in the server alone. */
export const bossOptions = (db: Db): ConstructorOptions => ({
  db,
  schema: 'pgboss',
  schedule: false,
  registerInstance: false,
  reindex: false,
  monitorVacuum: false,
  openTelemetry: { enabled: false },
});

const halfADay = 12 * 3600;

/** An owner step of `openDatabase`. A job is never tried twice by itself: people start it again. */
export const makeQueueTables = async (owner: Client): Promise<void> => {
  const db: Db = { executeSql: async (text, values) => owner.query(text, values) };
  const boss = new PgBoss({ ...bossOptions(db), supervise: false });
  boss.on('error', (error) => log.error('queue.problem', { kind: error.name }));
  await boss.start();
  const queue = { retryLimit: 0, expireInSeconds: halfADay, deleteAfterSeconds: halfADay };
  if (await boss.getQueue(queueName)) await boss.updateQueue(queueName, queue);
  else await boss.createQueue(queueName, queue);
  if (!(await boss.getQueue(queueOfSchedules))) await boss.createQueue(queueOfSchedules);
  await boss.stop({ graceful: false });
};
