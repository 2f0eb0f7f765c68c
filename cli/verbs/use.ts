/** `midcourse use`: which data version pages read from now on. */
import { Invalid } from '../../app/platform/errors.ts';
import { useVersion } from '../../app/rooms/measures/public.ts';
import { readArguments } from '../arguments.ts';
import { withStore } from '../open-store.ts';
import type { Verb } from '../verb.ts';
import { versionAsJson } from '../version-json.ts';

const help = `
midcourse use <version> [--json]

Puts a data version in use: every page reads it from now on, also those of a running server.
\`versions\` lists the numbers. Exit code 1: there is no such version.
`;

const readNumber = (text: string | undefined): number => {
  if (text !== undefined && /^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new Invalid('A version is a number.', '`midcourse versions` lists them.');
};

export const use: Verb = {
  name: 'use',
  summary: 'put a data version in use',
  help,
  run: async (args) => {
    const call = readArguments({ verb: 'use', options: {}, words: [1, 1, 'version'] }, args);
    const number = readNumber(call.positionals[0]);
    const chosen = await withStore('use', (store) => useVersion(store, store.scope, number));
    const text =
      call.format === 'json'
        ? JSON.stringify(versionAsJson(chosen), null, 2)
        : `Version ${chosen.number} is in use: ${chosen.label}, as of ${chosen.asOf}.`;
    process.stdout.write(`${text}\n`);
    return 0;
  },
};
