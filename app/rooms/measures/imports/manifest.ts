/** What a data version is: the file `manifest.json` beside its Parquet files. Written last; never changed. */
import { z } from 'zod';
import { canonicalTableNames } from './canonical.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const sourceKinds = [
  'package',
  'extract',
  'afcars-2020',
  'afcars-legacy',
  'ncands',
  'aggregates',
] as const;

export const manifestShape = z.object({
  format: z.literal(1),
  /** SHA-256 over the sources' bytes and the settings: the same bytes again are recognised by it. */
  contentId: hash,
  asOf: day,
  agency: z.string().nullable(),
  programVersion: z.string(),
  madeAt: z.iso.datetime(),
  sources: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(sourceKinds),
      bytes: z.number().int(),
      sha256: hash,
      /** AFCARS: last day of the period. NCANDS: the federal fiscal year. */
      periodEnd: day.nullable(),
      fiscalYear: z.number().int().nullable(),
      rows: z.number().int(),
      setAside: z.number().int(),
    }),
  ),
  tables: z.partialRecord(
    z.enum(canonicalTableNames as [string, ...string[]]),
    z.object({ file: z.string(), sha256: hash, rows: z.number().int(), from: z.array(z.enum(sourceKinds)) }),
  ),
  problems: z.object({ file: z.string().nullable(), total: z.number().int(), setAside: z.number().int() }),
  /** Federal data-quality checks per period: see quality/checks.ts. */
  qualityFile: z.string().nullable(),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

export type Manifest = z.infer<typeof manifestShape>;
export type SourceKind = (typeof sourceKinds)[number];
