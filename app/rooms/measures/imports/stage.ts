/** Files in, one complete version folder out, or nothing: the core of every import, without a database. */
import type { Day } from '../../../platform/clock.ts';
import type { CanonicalTable } from './canonical.ts';
import type { Mapping } from './formats/extract/mapping.ts';
import type { Manifest, SourceKind } from './manifest.ts';
import type { Problem } from './problem.ts';

export interface ImportProgress {
  readonly step: string;
  readonly file: string | null;
  readonly rows: number;
  /** Bytes of all sources read so far, of `totalBytes`. */
  readonly bytes: number;
  readonly totalBytes: number;
}

export interface StageRequest {
  /** Files, folders or zips; together they make one version. */
  readonly paths: readonly string[];
  /** An existing empty folder of mode 0700 on the file system where the version will live. */
  readonly folder: string;
  readonly today: Day;
  /** Which source a table comes from when two bring it. */
  readonly prefer?: Partial<Record<CanonicalTable, SourceKind>>;
  /** A user's own NCANDS layout table (CSV: name, start, width). */
  readonly ncandsLayout?: string;
  /** How files of the agency's own are read. */
  readonly mapping?: Mapping;
  /** The day up to which such files tell; they do not say it themselves. */
  readonly asOf?: Day;
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  readonly memory: string;
  readonly threads: number;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
}

export type Staged =
  | {
      readonly ok: true;
      readonly folder: string;
      readonly manifest: Manifest;
      readonly problems: readonly Problem[];
    }
  /** Nothing usable was made. `problems` holds at least one of weight `stop`; the folder is empty again. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type StageVersion = (request: StageRequest) => Promise<Staged>;
