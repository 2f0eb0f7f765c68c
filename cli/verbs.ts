/** Table of contents of the command line. A verb's code is loaded only when it is called. */
import type { Verb } from './verb.ts';

interface Entry {
  readonly summary: string;
  readonly load: () => Promise<Verb>;
}

export const verbs: Readonly<Record<string, Entry>> = {
  generate: {
    summary: 'write the files of an invented state',
    load: async () => (await import('./verbs/generate.ts')).generate,
  },
  serve: { summary: 'serve the pages', load: async () => (await import('./verbs/serve.ts')).serve },
  measure: {
    summary: 'exact figures of files or of a stored version',
    load: async () => (await import('./verbs/measure.ts')).measure,
  },
  published: {
    summary: 'published federal figures of any state',
    load: async () => (await import('./verbs/published.ts')).published,
  },
};
