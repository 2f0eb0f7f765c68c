/**
 * What a file format gives to the import core. Each format turns its files into relations of the shared engine;
 * the core then merges the relations of all formats, writes the Parquet files and the manifest.
 */
import type { Analytics } from '../../../../platform/analytics/duckdb.ts';
import type { Day } from '../../../../platform/clock.ts';
import type { CanonicalTable } from '../canonical.ts';
import type { SourceKind } from '../manifest.ts';
import type { ProblemCollector } from '../problem-collector.ts';
import type { RowWriter } from '../row-writer.ts';

/** The start of a file, as recognition sees it. */
export interface FileHead {
  /** The file's own name, lower case, without its folder. */
  readonly name: string;
  /** The first 64 KiB at most. */
  readonly bytes: Uint8Array;
  /** The same as text when it is UTF-8 (byte order mark removed), else null. */
  readonly text: string | null;
}

export interface SourceFile {
  /** Absolute path that can be read now; inside the scratch folder when it came out of a zip. */
  readonly path: string;
  /** The file's own name, without its folder: what problems and the manifest say. */
  readonly name: string;
  readonly kind: SourceKind;
  readonly bytes: number;
}

export interface ReadContext {
  /** May read the source files and read and write under `scratch`; spills to disk beyond its memory limit. */
  readonly analytics: Analytics;
  readonly problems: ProblemCollector;
  readonly today: Day;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  /** Path of a user's own NCANDS layout table. */
  readonly ncandsLayout: string | undefined;
  /** An empty folder of this format's own, removed with everything in it before the version is complete. */
  readonly scratch: string;
  readonly signal: AbortSignal;
  /** Tables that sources of other kinds bring: a package's own file of such a table may be a supplement. */
  readonly broughtByOthers: ReadonlySet<CanonicalTable>;
  /** Say how far reading has come: bytes and rows of this file since the last call. Cheap; call every few thousand rows. */
  advance(file: SourceFile, bytes: number, rows: number): void;
  /** Makes a table in the engine and a writer that fills it in batches, with bounded memory. */
  newTable(name: string, columns: readonly (readonly [name: string, type: string])[]): Promise<RowWriter>;
}

/** What became of one file. */
export interface FileReading {
  readonly file: SourceFile;
  /** Rows that were read, those set aside included. */
  readonly rows: number;
  readonly setAside: number;
  readonly periodEnd: Day | null;
  readonly fiscalYear: number | null;
  /** SHA-256 of the file's bytes when the format hashed them while reading; the core does it otherwise. */
  readonly sha256?: string;
}

/**
 * A relation (table or view) holding canonical rows, keys unique as `case-data` demands, problems already set aside.
 * It has exactly the columns that the source can know, canonically named and typed: a column it lacks may be
 * supplemented by a package, and is null otherwise.
 */
export interface Contribution {
  readonly table: CanonicalTable;
  readonly relation: string;
  readonly from: readonly SourceKind[];
  /** A Parquet file in scratch of exactly the table's canonical columns in their order, all rows: spares a copy. */
  readonly readyParquet?: string | null;
}

export interface FormatReading {
  readonly files: readonly FileReading[];
  readonly contributions: readonly Contribution[];
  /** As-of by this format's own rule; null when it says nothing about it. */
  readonly asOf: Day | null;
  /** Only what a package may say about itself. */
  readonly agency?: string | null;
  /** Relation `code, name` of county names, applied to the county columns of every table. */
  readonly counties?: string | null;
  /** Choices by which the files were read, for the manifest: named, so that a figure can show them. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
}

export interface Format {
  readonly kinds: readonly SourceKind[];
  /** The tables that these files can bring, seen by their kinds and names, before they are read. */
  brings(files: readonly SourceFile[]): readonly CanonicalTable[];
  /** The kind by name *and* content; null when it is none of this format's. Must not throw. */
  recognise(head: FileHead): SourceKind | null;
  /**
   * Reads all files of this format's kinds at once, streaming. What is wrong with rows goes to `context.problems`;
   * what makes the file useless is `context.problems.stop(…)`, which throws `ImportStopped`.
   */
  read(files: readonly SourceFile[], context: ReadContext): Promise<FormatReading>;
  /**
   * Called when all tables stand, as views `case_<table>` with every canonical column: gives a relation of
   * data-quality checks (columns as in quality/checks.ts), or null.
   */
  assess?(reading: FormatReading, context: ReadContext): Promise<string | null>;
}
