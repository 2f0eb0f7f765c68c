/** `midcourse mapping`: the saved mappings of an agency's own files: list, show, export, add. */
import { resolve } from 'node:path';
import { Invalid } from '../../app/platform/errors.ts';
import {
  getMapping,
  listMappings,
  type Mapping,
  type SavedMapping,
  saveMapping,
} from '../../app/rooms/measures/public.ts';
import { alignedTable } from '../aligned-table.ts';
import { readArguments } from '../arguments.ts';
import { readMappingFile } from '../mapping-file.ts';
import { type OpenStore, withStore } from '../open-store.ts';
import type { Verb } from '../verb.ts';
import { withoutControls } from '../without-controls.ts';

const help = `
midcourse mapping list [--json]
midcourse mapping show NAME [--version N] [--json]
midcourse mapping export NAME [--version N]
midcourse mapping add FILE

What the columns and codes of your own files mean, as it was said on the pages. \`export\` writes the JSON that
\`import --mapping FILE\` takes, on the standard output; \`add\` keeps such a file as the next version of its name.

Exit code 0: done. 2: the call is wrong, or there is no such mapping.
`;

const asTable = (saved: readonly SavedMapping[]): string => {
  if (saved.length === 0) return 'There is no mapping yet. Data, Files from your own system makes one.';
  const rows = saved.map(({ name, version, madeAt, content }) => [
    withoutControls(name),
    String(version),
    madeAt.toISOString().slice(0, 10),
    String(content.sheets.length),
  ]);
  return alignedTable([['mapping', 'version', 'made', 'files'], ...rows], [1, 3]);
};

const sheetLines = ({ file, sheet, tables }: Mapping['sheets'][number]): string[] => [
  withoutControls(sheet === null ? file : `${file}, sheet ${sheet}`),
  ...(tables.length === 0 ? ['  left out'] : []),
  ...tables.flatMap(({ table, columns }) => [
    `  ${table}`,
    ...columns.flatMap(({ column, from, days, codes = [] }) => [
      `    ${column} from ${withoutControls(from)}${days === undefined ? '' : `, ${days}`}`,
      ...codes.map(({ value, becomes }) => `      ${withoutControls(value)} is ${becomes || 'left blank'}`),
    ]),
  ]),
];

interface Call {
  readonly act: string;
  readonly name: string;
  readonly version: number | undefined;
  readonly isJson: boolean;
}

const needName = ({ act, name }: Call): string => {
  if (name !== '') return name;
  throw new Invalid(`\`midcourse mapping ${act}\` needs a ${act === 'add' ? 'file' : 'name'}.`);
};

const acts: Readonly<Record<string, (store: OpenStore, call: Call) => Promise<string>>> = {
  list: async ({ database, scope }, { isJson }) => {
    const saved = await listMappings(database, scope);
    if (!isJson) return asTable(saved);
    return JSON.stringify(
      saved.map(({ name, version, madeAt }) => ({ name, version, madeAt })),
      null,
      2,
    );
  },
  show: async ({ database, scope }, call) => {
    const saved = await getMapping(database, scope, needName(call), call.version);
    if (call.isJson) return JSON.stringify(saved, null, 2);
    const title = `${withoutControls(saved.name)}, version ${saved.version}`;
    return [title, ...saved.content.sheets.flatMap(sheetLines)].join('\n');
  },
  export: async ({ database, scope }, call) =>
    JSON.stringify((await getMapping(database, scope, needName(call), call.version)).content, null, 2),
  add: async ({ database, scope }, call) => {
    const { name, version } = await saveMapping(database, scope, readMappingFile(resolve(needName(call))));
    return `Kept as "${withoutControls(name)}", version ${version}.`;
  },
};

const run = async (args: readonly string[]): Promise<number> => {
  const options = { version: { type: 'string' } } as const;
  const words = [1, 2, 'word: list, show, export or add'] as const;
  const { values, positionals, format } = readArguments({ verb: 'mapping', options, words }, args);
  const [act = '', name = ''] = positionals;
  const work = acts[act];
  if (!work)
    throw new Invalid(`"${act}" is nothing that can be done with mappings.`, 'list, show, export or add.');
  const version = values.version === undefined ? undefined : Number(values.version);
  const text = await withStore('mapping', (store) =>
    work(store, { act, name, version, isJson: format === 'json' }),
  );
  process.stdout.write(`${text}\n`);
  return 0;
};

export const mappingVerb: Verb = {
  name: 'mapping',
  summary: 'what your own files mean: list, show, export, add',
  help,
  run,
};
