/** One file of a package, read into the engine. */
import type { SourceFile } from '../format.ts';
import type { FileColumn, PackageFile } from './package-files.ts';
import type { Header } from './read-header.ts';

export interface LoadedFile {
  readonly file: SourceFile;
  readonly shape: PackageFile;
  /** The columns that the file brings. */
  readonly columns: readonly FileColumn[];
  /** View of the usable rows: the canonical columns the file brings, and `row_no`. */
  readonly relation: string;
  /** A Parquet file of exactly the table's canonical columns, when nothing had to be mended. */
  readonly readyParquet: string | null;
  readonly rows: number;
  readonly setAside: number;
  readonly sha256: string;
  /** The lines of rows by `row_no`; reads the file again. */
  linesOf(rowNumbers: readonly number[]): Promise<Map<number, number>>;
  /** Where the file has columns and values of its own for those of the package: how it says them, by row number. */
  readonly ownWords?: {
    columnOf(name: string): string;
    valuesOf(name: string, rowNumbers: readonly number[]): Promise<Map<number, string>>;
  };
}

/** A file whose header is known to be usable. */
export interface LoadRequest {
  readonly file: SourceFile;
  readonly shape: PackageFile;
  readonly header: Header;
  /** Distinguishes this file's relations and scratch files from the others'. */
  readonly number: number;
}
