/** How an import ended, in one plain sentence for a page or a terminal. */
import type { ImportOutcome } from './import-files.ts';

const count = (rows: number): string => `${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`;

export const importInWords = (outcome: ImportOutcome): string => {
  if (outcome.kind === 'refused') {
    const stop = outcome.problems.find(({ weight }) => weight === 'stop');
    const line = stop?.line == null ? '' : `, line ${stop.line}`;
    const column = stop?.column == null ? '' : `, ${stop.column}`;
    const where = stop?.file ? `${stop.file}${line}${column}: ` : '';
    const said = `${where}${stop?.sentence ?? ''}`;
    return said.includes('Nothing was imported') ? said : `Nothing was imported. ${said}`.trim();
  }
  const { number, inUse, label, asOf, manifest } = outcome.version;
  const use = inUse ? 'in use' : 'not in use';
  if (outcome.kind === 'known')
    return `These files are already here as version ${number} (${use}). Nothing was added.`;
  const { setAside } = manifest.problems;
  const aside = setAside === 0 ? 'No row was set aside.' : `${count(setAside)} set aside: see the report.`;
  return `Version ${number} is ready and ${use}: ${label}, as of ${asOf}. ${aside}`;
};
