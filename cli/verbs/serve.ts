import { readArguments } from '../arguments.ts';
import { stopSignal } from '../stop-signal.ts';
import type { Verb } from '../verb.ts';
import { serveUntil } from './serve/serve-until.ts';

const help = `
midcourse serve [--json]

Opens the database, brings its tables up to date and serves the pages until Ctrl-C or SIGTERM.
One server a data folder; other verbs work beside it. --json prints the address as JSON once pages are served.
Where nobody has an account yet, it also prints the address at which the first administrator is made, once.

  MIDCOURSE_DATA    the data folder; ./data
  MIDCOURSE_DROP    where files are left to be imported by themselves; drop in the data folder
  DATABASE_URL      the agency's PostgreSQL (15 or later); without it a private server in the data folder
  HOST, PORT        where to listen; 127.0.0.1 and 4700
  PUBLIC_URL        where browsers reach the server, such as https://midcourse.agency.example
  MIDCOURSE_RECORD_IDS   what stands for a child in the records behind a figure: pseudonym, or own
  MIDCOURSE_MEMORY, MIDCOURSE_THREADS   limits of the analytical engine; 800MB and 2

The log goes to stderr, one JSON object a line. docs/operations.md says the rest.
`;

const run = async (args: readonly string[]): Promise<number> => {
  const { format } = readArguments({ verb: 'serve', options: {}, words: [0, 0, 'word'] }, args);
  await serveUntil(stopSignal(), format);
  // Should something still hang, the process ends all the same.
  setTimeout(() => process.exit(0), 300).unref();
  return 0;
};

export const serve: Verb = { name: 'serve', summary: 'serve the pages', help, run };
