/** Which kinds of job this server does, and who does them. */
import type { JobHandlers } from '../commons/jobs/queue.ts';

export const jobHandlers: JobHandlers = {};
