/** Where an extract waits between the steps of its mapping: its files and what was found in them, in a folder of its own. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { DataFolder } from '../../../../platform/data-folder.ts';
import { Invalid } from '../../../../platform/errors.ts';
import { openSheets } from '../formats/extract/open-sheets.ts';
import { profileSheet, type SheetProfile, sheetProfileShape } from '../formats/extract/profile.ts';
import { ImportStopped, newProblemCollector } from '../problem-collector.ts';

const profileShape = z.array(sheetProfileShape);

const folderOf = ({ extracts }: Pick<DataFolder, 'extracts'>, id: string): string => join(extracts, id);

export const filesOf = (
  dataFolder: Pick<DataFolder, 'extracts'>,
  id: string,
  names: readonly string[],
): string[] => names.map((name) => join(folderOf(dataFolder, id), 'files', name));

const sentenceOf = (problem: { file: string; line: number | null; sentence: string }): string =>
  `${problem.file}${problem.line === null ? '' : `, line ${problem.line}`}: ${problem.sentence}`;

/** Looks through files; `scratch` takes what is unpacked. Throws `Invalid` for what cannot be read. */
export const profileFiles = async (
  files: readonly { readonly name: string; readonly path: string }[],
  scratch: string,
): Promise<SheetProfile[]> => {
  const problems = newProblemCollector();
  const profiles: SheetProfile[] = [];
  try {
    for (const file of files)
      for (const sheet of await openSheets({ ...file, kind: 'extract', bytes: 0 }, scratch, problems))
        profiles.push(await profileSheet(sheet, problems));
    return profiles;
  } catch (error) {
    if (!(error instanceof ImportStopped)) throw error;
    const stop = problems.list().find(({ weight }) => weight === 'stop');
    throw new Invalid(
      stop ? sentenceOf(stop) : 'The file cannot be read.',
      'Send the files again afterwards.',
    );
  }
};

/** Takes the files over from `upload`, a folder on the same file system. */
export const keepDraft = async (
  dataFolder: Pick<DataFolder, 'extracts'>,
  id: string,
  upload: string,
  profiles: readonly SheetProfile[],
): Promise<void> => {
  const folder = folderOf(dataFolder, id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, 'profile.json'), JSON.stringify(profiles), { mode: 0o600 });
  await rename(upload, join(folder, 'files'));
};

export const readProfiles = async (
  dataFolder: Pick<DataFolder, 'extracts'>,
  id: string,
): Promise<SheetProfile[]> =>
  profileShape.parse(JSON.parse(await readFile(join(folderOf(dataFolder, id), 'profile.json'), 'utf8')));

export const removeDraftFolder = (dataFolder: Pick<DataFolder, 'extracts'>, id: string): Promise<void> =>
  rm(folderOf(dataFolder, id), { recursive: true, force: true });
