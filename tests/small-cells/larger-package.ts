/**
 * Package-2000 some times over, each time as other children, of whom some live elsewhere: enough for a county to be shown,
 * and cells of every size. Units are three a county.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../vectors/indicators/package-2000', import.meta.url));
const tables = ['children', 'removals', 'placements', 'reports', 'population'] as const;
type Table = (typeof tables)[number];
type Row = Record<string, string>;

const counties = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir'];

const rowsOf = (table: Table): { header: string[]; rows: Row[] } => {
  const [first = '', ...lines] = readFileSync(join(source, `${table}.csv`), 'utf8')
    .trim()
    .split('\n');
  const header = first.trim().split(',');
  const rows = lines.map((line) => {
    const fields = line.trim().split(',');
    return Object.fromEntries(header.map((name, index) => [name, fields[index] ?? '']));
  });
  return { header, rows };
};

/** A quarter of the children of a copy live in the county after theirs. */
const movedOn = (county: string, child: string, copy: number): string => {
  const place = counties.indexOf(county);
  const moves = (Number(child.slice(1)) * 7 + copy * 13) % 4 === 0 ? 1 : 0;
  return place < 0 ? county : (counties[(place + moves) % counties.length] ?? county);
};

const copied = (row: Row, copy: number): Row => {
  const child = row.child_id ?? '';
  const own = (name: string): Row => (row[name] ? { [name]: `${row[name]}x${copy}` } : {});
  return {
    ...row,
    ...own('child_id'),
    ...own('report_id'),
    ...own('sibling_group_id'),
    ...(row.county === undefined ? {} : { county: movedOn(row.county, child, copy) }),
    ...(row.unit ? { unit: `U${1 + (Number(row.unit.slice(1)) % 3)}` } : {}),
  };
};

export type Mended = Partial<Record<Table, (rows: readonly Row[]) => readonly Row[]>>;

/** Writes it and gives its folder. `mended`: rows as a later extract has them. */
export const largerPackage = (copies: number, mended: Mended = {}): string => {
  const folder = mkdtempSync(join(tmpdir(), 'midcourse-larger-'));
  for (const table of tables) {
    const { header, rows } = rowsOf(table);
    const numbers = Array.from({ length: table === 'population' ? 1 : copies }, (_, copy) => copy);
    const all = numbers.flatMap((copy) =>
      table === 'population' ? rows : rows.map((row) => copied(row, copy)),
    );
    const written = mended[table]?.(all) ?? all;
    const lines = written.map((row) => header.map((name) => row[name] ?? '').join(','));
    writeFileSync(join(folder, `${table}.csv`), `${[header.join(','), ...lines].join('\n')}\n`);
  }
  return folder;
};
