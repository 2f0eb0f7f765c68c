/** Structured log, one JSON object a line on stderr. Holds ids and counts, never names, birth dates or cell values. */
import { nowAt } from './clock.ts';

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

const write = (level: 'info' | 'warn' | 'error', event: string, fields: LogFields): void => {
  process.stderr.write(`${JSON.stringify({ at: nowAt().toISOString(), level, event, ...fields })}\n`);
};

export const log = {
  info: (event: string, fields: LogFields = {}): void => write('info', event, fields),
  warn: (event: string, fields: LogFields = {}): void => write('warn', event, fields),
  error: (event: string, fields: LogFields = {}): void => write('error', event, fields),
};
