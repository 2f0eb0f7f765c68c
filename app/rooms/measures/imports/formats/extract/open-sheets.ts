/** A file of an extract as sheets: a text file is one, a workbook has several. */
import type { ProblemCollector } from '../../problem-collector.ts';
import { readHead } from '../../read-head.ts';
import type { FileHead, SourceFile } from '../format.ts';
import { FileStop } from '../reading/file-stop.ts';
import { openDelimited } from './reading/delimited-file.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { openWorkbook } from './workbook/workbook.ts';

const beginsWith = ({ bytes }: FileHead, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

export const isZipped = (head: FileHead): boolean => beginsWith(head, [0x50, 0x4b, 3, 4]);
/** Excel before 2007, and every workbook that is locked by a password. */
const isOldOrLocked = (head: FileHead): boolean => beginsWith(head, [0xd0, 0xcf, 0x11, 0xe0]);
const isParquet = (head: FileHead): boolean => beginsWith(head, [0x50, 0x41, 0x52, 0x31]);

const asProblem = (problems: ProblemCollector, file: SourceFile, error: unknown): never => {
  if (!(error instanceof FileStop)) throw error;
  return problems.stop({ file: file.name, ...error.reason });
};

const open = async (file: SourceFile, scratch: string, problems: ProblemCollector): Promise<Sheet[]> => {
  const head = await readHead(file.path, file.name);
  if (isOldOrLocked(head))
    throw new FileStop({
      rule: 'workbook-unreadable',
      sentence:
        'The workbook is protected by a password, or saved in the form of Excel before 2007. Save it as .xlsx without a password, or as CSV UTF-8.',
    });
  if (isParquet(head))
    throw new FileStop({
      rule: 'file-not-recognised',
      sentence: 'Parquet files are read as a case-data package only. Save the table as CSV UTF-8.',
    });
  return isZipped(head) ? openWorkbook(file, scratch, problems) : [await openDelimited(file)];
};

/** What makes the file useless stops the import. */
export const openSheets = (
  file: SourceFile,
  scratch: string,
  problems: ProblemCollector,
): Promise<readonly Sheet[]> =>
  open(file, scratch, problems).catch((error) => asProblem(problems, file, error));

/** The rows of a sheet; what makes them unreadable stops the import. */
export async function* rowsOf(
  sheet: Sheet,
  problems: ProblemCollector,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<readonly SheetRow[]> {
  try {
    yield* sheet.rows(onBytes);
  } catch (error) {
    asProblem(problems, sheet.file, error);
  }
}
