/** Lets each format read its files, one format after the other. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Analytics } from '../../../platform/analytics/duckdb.ts';
import type { CanonicalTable } from './canonical.ts';
import type { Format, FormatReading, ReadContext, SourceFile } from './formats/format.ts';
import type { Manifest } from './manifest.ts';
import type { ProblemCollector } from './problem-collector.ts';
import type { ProgressTeller } from './progress.ts';
import { openRowWriter } from './row-writer.ts';
import type { StageRequest } from './stage.ts';

interface Reading {
  readonly request: StageRequest;
  readonly signal: AbortSignal;
  readonly problems: ProblemCollector;
  readonly progress: ProgressTeller;
  readonly analytics: Analytics;
  readonly settings: Manifest['settings'];
}

interface Work {
  readonly format: Format;
  readonly files: readonly SourceFile[];
}

/** NCANDS only adds children to those of another source (combine.ts): it does not make that source a supplement. */
const bringsForOthers = ({ format, files }: Work): readonly CanonicalTable[] =>
  format.brings(files).filter((table) => table !== 'children' || !format.kinds.includes('ncands'));

const shared = (works: readonly Work[], own: Work): Set<CanonicalTable> =>
  new Set(works.filter((work) => work !== own).flatMap(bringsForOthers));

const contextFor = async (work: Work, works: readonly Work[], reading: Reading): Promise<ReadContext> => {
  const { request, signal, problems, progress, analytics, settings } = reading;
  const scratch = join(request.folder, '.scratch', work.format.kinds.join('-'));
  await mkdir(scratch, { mode: 0o700 });
  return {
    ...{ analytics, problems, settings, scratch, signal, today: request.today },
    ncandsLayout: request.ncandsLayout,
    broughtByOthers: shared(works, work),
    advance: (file, bytes, rows) => {
      signal.throwIfAborted();
      progress.advance(file.name, bytes, rows);
    },
    newTable: (name, columns) => openRowWriter(analytics, name, columns),
  };
};

/** `assess` gives the quality relations; call it when the tables stand. */
export const readSources = async (
  sources: readonly SourceFile[],
  formats: readonly Format[],
  reading: Reading,
): Promise<{ readings: FormatReading[]; assess: () => Promise<string[]> }> => {
  const works = formats
    .map((format) => ({ format, files: sources.filter(({ kind }) => format.kinds.includes(kind)) }))
    .filter(({ files }) => files.length > 0);
  const done: { work: Work; context: ReadContext; read: FormatReading }[] = [];
  reading.progress.step('Reading', null);
  for (const work of works) {
    reading.signal.throwIfAborted();
    const context = await contextFor(work, works, reading);
    done.push({ work, context, read: await work.format.read(work.files, context) });
  }
  const assess = async (): Promise<string[]> => {
    const relations: string[] = [];
    for (const { work, context, read } of done) {
      const relation = await work.format.assess?.(read, context);
      if (relation) relations.push(relation);
    }
    return relations;
  };
  return { readings: done.map(({ read }) => read), assess };
};
