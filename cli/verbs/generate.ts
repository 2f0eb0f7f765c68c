/** `midcourse generate`: files of an invented state, for trying things out and for measuring speed. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Conflict, Invalid } from '../../app/platform/errors.ts';
import { isoOf, yearsAfter } from '../../seed/days.ts';
import { formatNames, type SeedFormat, writersFor } from '../../seed/formats.ts';
import { juniper } from '../../seed/juniper.ts';
import type { World } from '../../seed/records.ts';
import { type Written, writeState } from '../../seed/write-state.ts';
import type { Verb } from '../verb.ts';

const help = `
midcourse generate --out DIR [--children N] [--seed K] [--years Y] [--format FORMAT]… [--json]

Writes the files of an invented state with Juniper's 24 counties and Juniper's story, as of 2026-09-30.
No person, family or agency in them exists. The same arguments give the same bytes.

  --out DIR        a new or empty folder
  --children N     children living in the state, 1 to 200000000; 600000. Of 600,000 about 3,000 a year enter care
                   and 28,000 a year are in a report; files grow in proportion
  --seed K         another invented state of the same kind, 0 to 4294967295; 1
  --years Y        years on file, 1 to 12; 8
  --format FORMAT  package (CSV), afcars2020 (XML, half-years from October 2022), afcars-legacy (fixed width,
                   half-years before), ncands (delimited). May be given several times; package
  --json           the summary as JSON on stdout

One format goes into DIR itself. Several go into folders of DIR named after them, all about the same children; beside
federal formats a folder "supplement" then holds what those lack (population, investigations, units, county names).
Progress is on stderr.
`;

interface Request {
  readonly out: string;
  readonly world: World;
  readonly formats: readonly SeedFormat[];
  readonly isJson: boolean;
}

const wrong = (problem: string): Invalid =>
  new Invalid(problem, '`midcourse generate --help` says how to call it.');

const wholeNumber = (
  name: string,
  text: string | undefined,
  most: number,
  standard: number,
  least: number,
) => {
  if (text === undefined) return standard;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw wrong(`--${name} takes a whole number from ${least} to ${most}.`);
  return value;
};

const options = {
  out: { type: 'string' },
  children: { type: 'string' },
  seed: { type: 'string' },
  years: { type: 'string' },
  format: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
};

const readFormats = (named: readonly string[]): SeedFormat[] => {
  const formats = new Set<SeedFormat>();
  for (const name of named.filter((one) => one !== 'json')) {
    const format = formatNames.find((known) => known === name);
    if (!format) throw wrong(`--format takes ${formatNames.join(', ')}; or json for the summary.`);
    formats.add(format);
  }
  return formats.size === 0 ? ['package'] : [...formats];
};

const readRequest = (args: readonly string[]): Request => {
  const values = parsed(args);
  if (!values.out) throw wrong('`midcourse generate` needs --out DIR.');
  const named = values.format ?? [];
  const years = wholeNumber('years', values.years, 12, 8, 1);
  const world: World = {
    seed: wholeNumber('seed', values.seed, 0xffffffff, juniper.seed, 0),
    population: wholeNumber('children', values.children, 200_000_000, juniper.population, 1),
    from: yearsAfter(juniper.asOf + 1, -years),
    asOf: juniper.asOf,
  };
  return {
    out: values.out,
    world,
    formats: readFormats(named),
    isJson: values.json === true || named.includes('json'),
  };
};

/** Makes the folder if need be; one that holds anything is left as it is. */
const openFolder = (folder: string): void => {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  else if (!statSync(folder).isDirectory())
    throw new Conflict(`${folder} is a file. Name a new or empty folder.`);
  else if (readdirSync(folder).length > 0)
    throw new Conflict(`${folder} is not empty. Nothing was written: name a new or empty folder.`);
};

const progressLine = () => {
  let shown = -1;
  return ({ share, families }: { share: number; families: number }): void => {
    const percent = Math.floor(share * 100);
    if (percent < shown + 5 && percent < 100) return;
    shown = percent;
    process.stderr.write(`${String(percent).padStart(3)}%  ${families.toLocaleString('en-US')} families\n`);
  };
};

const write = async ({ out, world, formats }: Request): Promise<Written & { folders: string[] }> => {
  openFolder(out);
  const plan = writersFor(world, formats);
  try {
    const writers = plan.map(({ folder, open }) => {
      const path = join(out, folder);
      mkdirSync(path, { recursive: true, mode: 0o700 });
      return open(path);
    });
    return {
      ...(await writeState(world, writers, progressLine())),
      folders: plan.map(({ folder }) => folder),
    };
  } catch (error) {
    for (const name of readdirSync(out)) rmSync(join(out, name), { recursive: true, force: true });
    throw error;
  }
};

const run = async (args: readonly string[]): Promise<number> => {
  const request = readRequest(args);
  const { files, folders, families } = await write(request);
  const { world, out } = request;
  const listed = files.flatMap((group, at) =>
    group.map(({ name, rows, bytes }) => ({ file: join(folders[at] ?? '', name), rows, bytes })),
  );
  if (request.isJson) {
    const { seed, population: children } = world;
    const summary = {
      out,
      seed,
      children,
      from: isoOf(world.from),
      asOf: isoOf(world.asOf),
      families,
      files: listed,
    };
    process.stdout.write(`${JSON.stringify(summary)}\n`);
    return 0;
  }
  for (const { file, rows, bytes } of listed) {
    process.stdout.write(
      `${file.padEnd(44)} ${String(rows).padStart(10)} rows ${String(bytes).padStart(12)} bytes\n`,
    );
  }
  return 0;
};

export const generate: Verb = {
  name: 'generate',
  summary: 'write the files of an invented state',
  help,
  run,
};
