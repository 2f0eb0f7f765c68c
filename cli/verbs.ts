/** Table of contents of the command line. A verb's code is loaded only when it is called. */
import type { Verb } from './verb.ts';

interface Entry {
  readonly summary: string;
  readonly load: () => Promise<Verb>;
}

export const verbs: Readonly<Record<string, Entry>> = {
  demo: {
    summary: 'show the invented State of Juniper',
    load: async () => (await import('./verbs/demo.ts')).demo,
  },
  generate: {
    summary: 'write the files of an invented state',
    load: async () => (await import('./verbs/generate.ts')).generate,
  },
  serve: { summary: 'serve the pages', load: async () => (await import('./verbs/serve.ts')).serve },
  import: {
    summary: 'bring case files in as a new data version',
    load: async () => (await import('./verbs/import.ts')).importVerb,
  },
  check: {
    summary: 'what an import of files would say, without importing',
    load: async () => (await import('./verbs/check.ts')).check,
  },
  mapping: {
    summary: 'what your own files mean: list, show, export, add',
    load: async () => (await import('./verbs/mapping.ts')).mappingVerb,
  },
  versions: {
    summary: 'the data versions there are',
    load: async () => (await import('./verbs/versions.ts')).versions,
  },
  use: { summary: 'put a data version in use', load: async () => (await import('./verbs/use.ts')).use },
  measure: {
    summary: 'exact figures of files or of a stored version',
    load: async () => (await import('./verbs/measure.ts')).measure,
  },
  'let-in': {
    summary: 'an address at which somebody chooses a new password',
    load: async () => (await import('./verbs/let-in.ts')).letIn,
  },
  audit: {
    summary: 'prove that the audit is as it was written',
    load: async () => (await import('./verbs/audit.ts')).audit,
  },
  published: {
    summary: 'published federal figures of any state',
    load: async () => (await import('./verbs/published.ts')).published,
  },
};
