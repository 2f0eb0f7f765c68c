/** Looks at files as an import would, and says what it would say. `check`, and `import --dry-run`. */
import { loadConfig } from '../app/platform/config.ts';
import { checkFiles, type Manifest, type Problem } from '../app/rooms/measures/public.ts';
import { alignedTable } from './aligned-table.ts';
import type { ImportCall } from './import-call.ts';
import { withPrivateFolder } from './private-folder.ts';
import { problemLines, problemsAsJson } from './problem-lines.ts';
import { openProgressLine } from './progress-line.ts';
import { manifestAsJson } from './version-json.ts';
import { withoutControls } from './without-controls.ts';

const whole = (count: number): string => count.toLocaleString('en-US');

const contents = ({ sources, tables, asOf, agency }: Manifest): string =>
  [
    `As of ${asOf}${agency === null ? '' : `, ${withoutControls(agency)}`}`,
    '',
    alignedTable(
      [
        ['file', 'kind', 'rows', 'set aside'],
        ...sources.map((source) => [
          withoutControls(source.name),
          source.kind,
          whole(source.rows),
          whole(source.setAside),
        ]),
      ],
      [2, 3],
    ),
    '',
    alignedTable(
      [
        ['table', 'rows', 'from'],
        ...Object.entries(tables).flatMap(([name, table]) =>
          table ? [[name, whole(table.rows), table.from.join(', ')]] : [],
        ),
      ],
      [1],
    ),
    '',
  ].join('\n');

const asText = (manifest: Manifest | null, problems: readonly Problem[], showValues: boolean): string =>
  [
    ...(manifest ? [contents(manifest)] : []),
    ...(problems.length > 0 ? [problemLines(problems, showValues), ''] : []),
    manifest ? 'These files can be imported.' : 'These files cannot be imported.',
    '',
  ].join('\n');

/** Exit code 0 when the files can be imported, 1 when not. */
export const reportOn = ({ sources, showValues, isJson }: ImportCall): Promise<number> =>
  withPrivateFolder(async (folder) => {
    const { analyticsMemory: memory, analyticsThreads: threads } = loadConfig();
    const progress = openProgressLine();
    const staged = await checkFiles({ ...sources, folder, memory, threads, onProgress: progress.show });
    progress.end();
    const manifest = staged.ok ? staged.manifest : null;
    const found = problemsAsJson(staged.problems, showValues);
    const json = { ok: staged.ok, ...(manifest && manifestAsJson(manifest)), report: found };
    process.stdout.write(
      isJson ? `${JSON.stringify(json, null, 2)}\n` : asText(manifest, staged.problems, showValues),
    );
    return staged.ok ? 0 : 1;
  });
