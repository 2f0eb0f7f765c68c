/** What people say when they ask for an import. */
import { z } from 'zod';
import { Invalid } from '../../../platform/errors.ts';
import { type CanonicalTable, canonicalTableNames } from './canonical.ts';
import { mappingShape } from './formats/extract/mapping.ts';
import { type SourceKind, sourceKinds } from './manifest.ts';

export type Preferences = Partial<Record<CanonicalTable, SourceKind>>;

export const importForm = z.object({
  /** Files, folders or zips on the server's disk; together they make one version. */
  paths: z.array(z.string().min(1)).min(1, 'Choose at least one file.'),
  prefer: z.partialRecord(z.enum(canonicalTableNames), z.enum(sourceKinds)).optional(),
  /** A file with the user's own NCANDS layout. */
  ncandsLayout: z.string().optional(),
  /** How files of the agency's own are read, and up to which day they tell. */
  mapping: mappingShape.optional(),
  asOf: z.iso.date().optional(),
  /** Whether pages read the new version from now on. */
  putInUse: z.boolean(),
  /** A staging folder with uploaded files, removed when the import ends. */
  uploadFolder: z.string().optional(),
  /** The extract these files are, taken out when they have become a version. */
  extract: z.uuid().optional(),
});

export type ImportForm = z.infer<typeof importForm>;

/** `['children=package']` → `{ children: 'package' }`. Throws `Invalid`, naming what there is. */
export const readPreferences = (texts: readonly string[]): Preferences => {
  const chosen: Preferences = {};
  for (const text of texts) {
    const [table, kind, ...rest] = text.split('=');
    const isKnown = canonicalTableNames.some((name) => name === table);
    const isSource = sourceKinds.some((name) => name === kind);
    if (!isKnown || !isSource || rest.length > 0)
      throw new Invalid(
        `"${text}" does not say which source a table comes from.`,
        `Write table=source: a table of ${canonicalTableNames.join(', ')}; a source of ${sourceKinds.join(', ')}.`,
      );
    chosen[table as CanonicalTable] = kind as SourceKind;
  }
  return chosen;
};
