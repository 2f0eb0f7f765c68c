/** What prepared figures were computed by: they are of no use once a definition, a query or the data change. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { catalog } from '../catalog/catalog.ts';
import type { Manifest } from '../imports/manifest.ts';

/** Raised when the shape of what is kept prepared changes. */
const preparedFormat = 4;

const catalogFolder = new URL('../catalog/', import.meta.url);

const hashOfQueries = (): string => {
  const hash = createHash('sha256').update(`${preparedFormat}`).update(JSON.stringify(catalog));
  const files = readdirSync(catalogFolder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.sql')).toSorted()) {
    hash.update(file).update(readFileSync(new URL(file, catalogFolder)));
  }
  return hash.digest('hex');
};

let queries: string | null = null;

/** Definitions, queries, and the bytes of the version's tables (an expungement changes those). */
export const definitionsHash = (manifest: Manifest): string => {
  queries ??= hashOfQueries();
  const tables = Object.entries(manifest.tables).map(([name, table]) => [name, table?.sha256]);
  return createHash('sha256')
    .update(JSON.stringify([queries, manifest.asOf, tables.toSorted()]))
    .digest('hex')
    .slice(0, 32);
};
