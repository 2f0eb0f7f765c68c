/** Which saved mapping reads the files of a set, if one does. */
import { basename, extname } from 'node:path';
import type { Mapping } from '../formats/extract/mapping.ts';
import { matchSheet } from '../formats/extract/match-sheet.ts';
import { openSheets } from '../formats/extract/open-sheets.ts';
import { ImportStopped, newProblemCollector } from '../problem-collector.ts';

const maybeExtract = new Set(['.csv', '.tsv', '.txt', '.xlsx']);

const headersIn = async (path: string, scratch: string): Promise<(readonly string[])[]> => {
  const file = { path, name: basename(path), kind: 'extract', bytes: 0 } as const;
  try {
    const sheets = await openSheets(file, scratch, newProblemCollector());
    return sheets.map(({ header }) => header);
  } catch (error) {
    // What cannot be opened is named by the import.
    if (error instanceof ImportStopped) return [];
    throw error;
  }
};

/** The mapping that knows most of the sheets; undefined when none knows any. */
export const chooseMapping = async (
  files: readonly string[],
  mappings: readonly Mapping[],
  scratch: string,
): Promise<Mapping | undefined> => {
  if (mappings.length === 0) return undefined;
  const headers: (readonly string[])[] = [];
  for (const path of files)
    if (maybeExtract.has(extname(path).toLowerCase())) headers.push(...(await headersIn(path, scratch)));
  const known = mappings.map((mapping) => ({
    mapping,
    count: headers.filter((header) => matchSheet(header, mapping) !== null).length,
  }));
  const best = known.reduce((most, one) => (one.count > most.count ? one : most));
  return best.count > 0 ? best.mapping : undefined;
};
