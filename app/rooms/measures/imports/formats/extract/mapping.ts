/** What a mapping is: how an agency's own files become the tables of a case-data package. Plain JSON, portable. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Invalid } from '../../../../../platform/errors.ts';
import { packageFiles } from '../package/package-files.ts';
import { dayFormats } from './day-format.ts';

const text = (most: number) => z.string().max(most);
const tableNames = packageFiles.map(({ table }) => table);

const codeShape = z.strictObject({
  /** As the extract writes it. */
  value: text(200),
  /** As the package has it; `1` and `0` for yes and no; empty = left blank. */
  becomes: text(60),
});

const columnShape = z.strictObject({
  /** The column of the package. */
  column: text(60),
  /** The column of the extract. */
  from: text(200),
  /** How days are written in it. */
  days: z.enum(dayFormats).optional(),
  codes: z.array(codeShape).max(2000).optional(),
});

const tableShape = z.strictObject({
  table: z.enum(tableNames as [string, ...string[]]),
  columns: z.array(columnShape).max(60),
});

const sheetShape = z.strictObject({
  /** The file and the sheet it was made with; next month's may be called otherwise. */
  file: text(300),
  sheet: text(200).nullable(),
  /** The names of all its columns: what a file is recognised by. */
  header: z.array(text(200)).min(1).max(1000),
  /** The tables it fills; none = known, and left out. */
  tables: z.array(tableShape).max(7),
});

export const mappingShape = z.strictObject({
  midcourseMapping: z.literal(1),
  name: z.string().trim().min(1).max(100),
  sheets: z.array(sheetShape).min(1).max(200),
});

export type Mapping = z.infer<typeof mappingShape>;
export type SheetMapping = Mapping['sheets'][number];
export type TableMapping = SheetMapping['tables'][number];
export type ColumnMapping = TableMapping['columns'][number];

/** What the codes and flags of a column may become. */
export const choicesOf = (table: string, name: string): readonly string[] => {
  const shape = packageFiles.find((file) => file.table === table);
  const column = shape?.columns.find((one) => one.name === name);
  return column?.kind === 'flag' ? ['1', '0'] : (column?.codes ?? []);
};

const faultsOfTable = ({ table, columns }: TableMapping): string[] => {
  const shape = packageFiles.find((file) => file.table === table);
  const names = columns.map(({ column }) => column);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const unknown = names.filter((name) => !shape?.columns.some((column) => column.name === name));
  const wrong = columns.flatMap(({ column, codes = [] }) =>
    codes
      .filter(({ becomes }) => becomes !== '' && !choicesOf(table, column).includes(becomes))
      .map(({ becomes }) => `${table}, ${column}: "${becomes}" is none of its values`),
  );
  return [
    ...twice.map((name) => `${table}: ${name} is filled twice`),
    ...unknown.map((name) => `${table} has no column "${name}"`),
    ...wrong,
  ];
};

/** Throws `Invalid` for what is no mapping, naming what is wrong with it. */
export const readMapping = (content: unknown): Mapping => {
  const parsed = mappingShape.safeParse(content);
  const faults = parsed.success
    ? parsed.data.sheets.flatMap(({ tables }) => tables.flatMap(faultsOfTable))
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new Invalid(
    `This is not a usable mapping. ${faults.slice(0, 5).join('; ')}.`,
    'Export a mapping from Midcourse and change that, or make it on the pages.',
  );
};

export const readMappingText = (json: string): Mapping => {
  try {
    return readMapping(JSON.parse(json));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Invalid('The mapping is not JSON.', 'Export it again.');
    throw error;
  }
};

/** Keys in one order: PostgreSQL keeps JSON in an order of its own. */
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** The same for the same mapping, whatever it is called and wherever it was kept. */
export const hashOfMapping = ({ sheets }: Mapping): string =>
  createHash('sha256').update(JSON.stringify(sheets, inOrder)).digest('hex');
