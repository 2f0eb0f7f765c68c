/** `midcourse measure`: exact figures of files or of a stored version. */

import { existsSync } from 'node:fs';
import { todayOn } from '../../app/platform/clock.ts';
import { loadConfig } from '../../app/platform/config.ts';
import type { GuardedFiles, VersionFiles } from '../../app/rooms/measures/public.ts';
import { withPrivateFolder } from '../private-folder.ts';
import { problemLines } from '../problem-lines.ts';
import type { Verb } from '../verb.ts';
import { type MeasureCall, readCall } from './measure/call.ts';
import { guardedMeasured, measured } from './measure/measured.ts';
import { recordUnsuppressed } from './measure/on-record.ts';
import { rendered } from './measure/rendered.ts';

const help = `
midcourse measure <path…|version> --window WINDOW [options]
midcourse measure <path…|version> --series month|quarter --from DAY --to DAY [options]

Exact figures of the fourteen measures: of files (packages, AFCARS, NCANDS, zips, folders; several paths make
one set of data) or of a stored version by its number. On files it needs no server and no database; it shows
an operator's raw view, every cell however small. Of a stored version cells of few children are left out.

  --window 23A23B        a federal window: A ends in March, B in September of the named year
  --window YYYY-MM-DD    the 12 months that begin on this day
  --as-of YYYY-MM-DD     what was known on this day (default: the data's own as-of)
  --measure P1,S1        only these measures
  --by BREAKDOWN         county, unit, age, race_ethnicity, aian_any or sex; may be repeated
  --series month|quarter one figure a month or quarter, with --from and --to (YYYY-MM or YYYY-MM-DD)
  --prefer TABLE=SOURCE  which source a table comes from when two bring it; may be repeated
  --layout FILE          your own NCANDS layout table
  --unsuppressed         of a stored version: every cell, however small; needs
  --reason TEXT          why; it is put on record
  --format table|json|csv, --json

A figure in flight is not final: its follow-up is not over. Exit code 1 when the files cannot be read.
`;

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const show = async (call: MeasureCall, files: VersionFiles, dataVersion: number | null): Promise<void> => {
  process.stdout.write(rendered(call, await measured(call, files), dataVersion));
};

const showGuarded = async (call: MeasureCall, files: GuardedFiles, dataVersion: number): Promise<void> => {
  say('Cells of few children are left out. `--unsuppressed --reason "…"` shows them and is put on record.');
  process.stdout.write(rendered(call, await guardedMeasured(call, files), dataVersion));
};

const onPaths = (call: MeasureCall): Promise<number> =>
  withPrivateFolder(async (folder) => {
    const { withRawView } = await import('../../app/rooms/measures/public.ts');
    say("An operator's raw view: every cell is shown, however small. Do not pass it on as it is.");
    const { analyticsMemory: memory, analyticsThreads: threads } = loadConfig();
    const viewed = await withRawView(
      { ...call.sources, folder, today: todayOn(), memory, threads },
      async (files) => show(call, files, null),
    );
    const stopping = viewed.problems.filter(({ weight }) => weight === 'stop');
    if (stopping.length > 0) say(problemLines(stopping, false));
    const others = viewed.problems.length - stopping.length;
    if (others > 0) say(`${others} remarks on the files; \`midcourse check\` lists them.`);
    return viewed.ok ? 0 : 1;
  });

/** A stored version, by its number in the registry of this data folder. */
const onVersion = async (call: MeasureCall, number: number): Promise<number> => {
  const { withStore } = await import('../open-store.ts');
  const { getVersion, loadGuard } = await import('../../app/rooms/measures/public.ts');
  await withStore('measure', async ({ config, scope, ...store }) => {
    const { folder, manifest } = await getVersion(store, scope, number);
    const limits = { memory: config.analyticsMemory, threads: config.analyticsThreads };
    const derivedFolder = store.dataFolder.derived;
    await withPrivateFolder(async (scratchFolder) => {
      const files = { ...limits, folder, manifest, scratchFolder, derivedFolder };
      if (call.reason === null) {
        return showGuarded(call, { ...files, ...(await loadGuard(store.database)) }, number);
      }
      await recordUnsuppressed(store.database, scope, number, call.reason);
      await show(call, { ...files, derivedFolder: null }, number);
    });
  });
  return 0;
};

/** A number names a stored version, unless a file has that name. */
const versionNumber = ({ sources: { paths } }: MeasureCall): number | null => {
  const [only, ...more] = paths;
  const isNumber = only !== undefined && more.length === 0 && /^\d{1,9}$/.test(only) && !existsSync(only);
  return isNumber ? Number(only) : null;
};

export const measure: Verb = {
  name: 'measure',
  summary: 'exact figures of files or of a stored version',
  help,
  run: async (args) => {
    const call = readCall(args);
    const number = versionNumber(call);
    return number === null ? onPaths(call) : onVersion(call, number);
  },
};
