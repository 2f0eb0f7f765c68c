/** A data version as the registry knows it, and what the registry stands on. */
import type { Day } from '../../../platform/clock.ts';
import type { DataFolder } from '../../../platform/data-folder.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Manifest, SourceKind } from './manifest.ts';

export interface VersionStore {
  readonly database: Database;
  readonly dataFolder: DataFolder;
}

export interface DataVersion {
  readonly number: number;
  /** Where the data came from: "AFCARS and NCANDS files". */
  readonly label: string;
  readonly contentId: string;
  readonly asOf: Day;
  readonly agency: string | null;
  readonly madeAt: Date;
  /** The account, or `system` for the command line. */
  readonly madeBy: string;
  readonly manifest: Manifest;
  /** Absolute path of its Parquet files. */
  readonly folder: string;
  readonly inUse: boolean;
}

const sourceNames: Readonly<Record<SourceKind, string>> = {
  'afcars-2020': 'AFCARS',
  'afcars-legacy': 'AFCARS before 2022',
  ncands: 'NCANDS',
  package: 'case-data package',
  extract: 'own extract',
  aggregates: 'aggregates',
};

/** "AFCARS, AFCARS before 2022, NCANDS and case-data package" */
export const labelOf = ({ sources }: Pick<Manifest, 'sources'>): string => {
  const kinds = new Set(sources.map(({ kind }) => kind));
  const names = (Object.keys(sourceNames) as SourceKind[])
    .filter((kind) => kinds.has(kind))
    .map((kind) => sourceNames[kind]);
  const last = names.pop() ?? 'no source';
  const sentence = names.length > 0 ? `${names.join(', ')} and ${last}` : last;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
};
