/** `midcourse versions`: which data versions there are, and which one is in use. */
import { type DataVersion, listVersions } from '../../app/rooms/measures/public.ts';
import { alignedTable } from '../aligned-table.ts';
import { readArguments } from '../arguments.ts';
import { withStore } from '../open-store.ts';
import type { Verb } from '../verb.ts';
import { versionAsJson } from '../version-json.ts';

const help = `
midcourse versions [--json]

Lists the data versions, newest first, and which one pages read. \`use\` changes it.
`;

const asText = (versions: readonly DataVersion[]): string => {
  if (versions.length === 0) return 'There is no data version yet. `midcourse import <path…>` makes one.';
  const rows = versions.map(({ number, inUse, asOf, madeAt, label, manifest }) => [
    String(number),
    inUse ? 'in use' : '',
    asOf,
    madeAt.toISOString().slice(0, 16).replace('T', ' '),
    manifest.problems.setAside.toLocaleString('en-US'),
    label,
  ]);
  return alignedTable([['version', '', 'as of', 'made (UTC)', 'set aside', 'from'], ...rows], [0, 4]);
};

export const versions: Verb = {
  name: 'versions',
  summary: 'the data versions there are',
  help,
  run: async (args) => {
    const { format } = readArguments({ verb: 'versions', options: {}, words: [0, 0, 'word'] }, args);
    const found = await withStore('versions', (store) => listVersions(store, store.scope));
    const text = format === 'json' ? JSON.stringify(found.map(versionAsJson), null, 2) : asText(found);
    process.stdout.write(`${text}\n`);
    return 0;
  },
};
