/** The one DuckDB seam. Every engine is in memory, sees only the paths it is given, and cannot be reconfigured afterwards. */
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { timed } from '../slow-statements.ts';

export interface AnalyticsOptions {
  /** Files or folders (ending in `/`) that may be read or written; nothing else can be. */
  readonly allowedPaths: readonly string[];
  readonly memory: string;
  readonly threads: number;
  /** A folder for spilling; it must be inside this process's own staging folder. */
  readonly temporaryFolder: string;
  /** False where rows may come in any order unless a query says: less memory for large results. True by default. */
  readonly keepsOrder?: boolean;
}

export type Row = Record<string, unknown>;

export interface Analytics {
  readonly connection: DuckDBConnection;
  /** Runs statements without a result. */
  run(sql: string, values?: DuckDBValue[]): Promise<void>;
  /** All rows, as plain JavaScript: dates as `YYYY-MM-DD`, integers as numbers. For small results only. */
  all<T extends Row = Row>(sql: string, values?: DuckDBValue[]): Promise<T[]>;
  close(): void;
}

/** A string literal for statements that take no parameters (file names, settings, column lists). */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const plain = (value: unknown): unknown => {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) {
    const iso = value.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
  }
  return value;
};

const lockDown = async (connection: DuckDBConnection, options: AnalyticsOptions): Promise<void> => {
  const folders = [
    ...options.allowedPaths.filter((path) => path.endsWith('/')),
    `${options.temporaryFolder}/`,
  ];
  const files = options.allowedPaths.filter((path) => !path.endsWith('/'));
  await connection.run(`SET preserve_insertion_order = ${options.keepsOrder ?? true}`);
  await connection.run(`SET temp_directory = ${quoted(options.temporaryFolder)}`);
  await connection.run(`SET allowed_directories = [${folders.map(quoted).join(', ')}]`);
  await connection.run(`SET allowed_paths = [${files.map(quoted).join(', ')}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
};

/** Opens an engine. Close it when done; it holds nothing that outlives it. */
export const openAnalytics = async (options: AnalyticsOptions): Promise<Analytics> => {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: options.memory,
    threads: String(options.threads),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  await lockDown(connection, options);
  return {
    connection,
    run: async (sql, values) => {
      await timed('duckdb', sql, () => connection.run(sql, values));
    },
    all: async <T extends Row>(sql: string, values?: DuckDBValue[]) => {
      const reader = await timed('duckdb', sql, () => connection.runAndReadAll(sql, values));
      return reader
        .getRowObjectsJS()
        .map(
          (row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(value)])) as T,
        );
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
};
