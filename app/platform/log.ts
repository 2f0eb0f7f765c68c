/** Structured log, one JSON object a line on stderr. Holds ids and counts, never names, birth dates or cell values. */
import { appendFileSync } from 'node:fs';
import { nowAt } from './clock.ts';

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

let append = (line: string): void => {
  process.stderr.write(line);
};

const write = (level: 'info' | 'warn' | 'error', event: string, fields: LogFields): void => {
  append(`${JSON.stringify({ at: nowAt().toISOString(), level, event, ...fields })}\n`);
};

export const log = {
  info: (event: string, fields: LogFields = {}): void => write('info', event, fields),
  warn: (event: string, fields: LogFields = {}): void => write('warn', event, fields),
  error: (event: string, fields: LogFields = {}): void => write('error', event, fields),
};

/** From now on into this file, made 0600: where a terminal is for people. */
export const logIntoFile = (path: string): void => {
  append = (line) => appendFileSync(path, line, { mode: 0o600 });
};
