/** Juniper's two data versions: the federal files together, and the agency's own extract, which is in use. */
import { systemScope } from '../../../app/commons/permissions/scope.ts';
import { Conflict } from '../../../app/platform/errors.ts';
import type { Services } from '../../../app/request-context.ts';
import {
  type DataVersion,
  type ImportForm,
  importFiles,
  importInWords,
  listVersions,
  openStagingFolder,
  type SourceKind,
} from '../../../app/rooms/measures/public.ts';
import { type JuniperFiles, writeJuniper } from '../../../seed/juniper.ts';
import type { DemoProgress } from './progress.ts';

const scope = systemScope('the demo brings in the files of Juniper');

const holds = (version: DataVersion, kind: SourceKind): boolean =>
  version.manifest.sources.some((source) => source.kind === kind);

export interface Bringing {
  readonly progress: DemoProgress;
  /** Stops it between two steps. */
  readonly signal: AbortSignal;
  /** Children living in Juniper, where it is not to be as large as it is. */
  readonly population: number | undefined;
}

interface Missing {
  readonly federal: boolean;
  readonly own: boolean;
}

const missingOf = (versions: readonly DataVersion[]): Missing => ({
  federal: !versions.some((version) => holds(version, 'afcars-2020')),
  own: !versions.some((version) => !holds(version, 'afcars-2020')),
});

const writeFiles = (folder: string, { progress, signal, population }: Bringing): Promise<JuniperFiles> =>
  progress.step('Inventing the State of Juniper, eight years of it', (note) =>
    writeJuniper({
      folder,
      ...(population !== undefined && { population }),
      onProgress: ({ share }) => {
        signal.throwIfAborted();
        note(`${Math.round(share * 100)}% written`);
      },
    }),
  );

const importOne = (
  services: Services,
  title: string,
  form: ImportForm,
  { progress, signal }: Bringing,
): Promise<void> =>
  progress.step(title, async (note) => {
    const limits = { memory: services.config.analyticsMemory, threads: services.config.analyticsThreads };
    const outcome = await importFiles(services, limits, scope, form, {
      signal,
      report: ({ step, rows, bytes, totalBytes }) =>
        note(`${step}: ${rows.toLocaleString('en-US')} rows, ${percent(bytes, totalBytes)}`),
    });
    if (outcome.kind === 'refused') throw new Conflict(importInWords(outcome));
    progress.line(`  ${importInWords(outcome)}`);
  });

const percent = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : Math.round((100 * part) / whole)}%`;

/** Brings in what is missing, through the same importers as anybody's files; a second start finds all there. */
export const bringInJuniper = async (services: Services, bringing: Bringing): Promise<void> => {
  const missing = missingOf(await listVersions(services, scope));
  if (!missing.federal && !missing.own) return;
  const staging = await openStagingFolder(services.dataFolder, 'demo');
  try {
    const files = await writeFiles(staging.path, bringing);
    if (missing.federal) {
      const form = { paths: [files.federal], putInUse: false };
      await importOne(services, 'Importing its AFCARS and NCANDS files', form, bringing);
    }
    if (missing.own) {
      const form = { paths: [files.package], putInUse: true };
      await importOne(services, 'Importing its own extract', form, bringing);
    }
  } finally {
    await staging.remove();
  }
};
