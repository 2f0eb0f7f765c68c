/** Brings the tables to what this program expects: the files of /migrations in order, each whole or not at all, once. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Client } from 'pg';
import { Invalid } from '../errors.ts';
import { log } from '../log.ts';

const folder = new URL('../../../migrations/', import.meta.url);

interface Migration {
  readonly tag: string;
  readonly sql: string;
  readonly sha256: string;
}

const readMigrations = (): Migration[] => {
  const journal = JSON.parse(readFileSync(new URL('meta/_journal.json', folder), 'utf8')) as {
    entries: { tag: string }[];
  };
  return journal.entries.map(({ tag }) => {
    const sql = readFileSync(new URL(`${tag}.sql`, folder), 'utf8');
    return { tag, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
};

const apply = async (owner: Client, { tag, sql, sha256 }: Migration): Promise<void> => {
  try {
    await owner.query('begin');
    await owner.query(sql);
    await owner.query('insert into midcourse_migrations (tag, sha256) values ($1, $2)', [tag, sha256]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw new Error(`Migration ${tag} failed.`, { cause: error });
  }
};

const refuseSurprises = (migrations: Migration[], applied: ReadonlyMap<string, string>): void => {
  const known = new Map(migrations.map(({ tag, sha256 }) => [tag, sha256]));
  for (const [tag, sha256] of applied) {
    if (!known.has(tag)) {
      throw new Invalid(
        `The database was used by a newer Midcourse (migration ${tag}).`,
        'Install that version again, or restore a backup from before.',
      );
    }
    if (known.get(tag) !== sha256) {
      throw new Invalid(
        `Migration ${tag} was changed after this database ran it.`,
        'Put the file back, and write a new migration for the change.',
      );
    }
  }
};

/** Applies what is missing and gives the number applied. The caller holds the lock that keeps other starters away. */
export const migrate = async (owner: Client): Promise<number> => {
  await owner.query(
    `create table if not exists midcourse_migrations
       (tag text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
  );
  const { rows } = await owner.query<{ tag: string; sha256: string }>(
    'select tag, sha256 from midcourse_migrations',
  );
  const applied = new Map(rows.map(({ tag, sha256 }) => [tag, sha256]));
  const migrations = readMigrations();
  refuseSurprises(migrations, applied);
  const missing = migrations.filter(({ tag }) => !applied.has(tag));
  for (const migration of missing) await apply(owner, migration);
  if (missing.length > 0) log.info('database.migrated', { applied: missing.length });
  return missing.length;
};
