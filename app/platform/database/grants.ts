/** What the application role may do: read and write rows of the owner's tables, nothing else. */
import { type Client, escapeIdentifier } from 'pg';

interface TableFacts {
  schema: string;
  table: string;
  isAppendOnly: boolean;
}

const tablesQuery = `
  select n.nspname as schema, c.relname as "table",
    coalesce(obj_description(c.oid, 'pg_class') like 'append-only%', false) as "isAppendOnly"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and c.relname <> 'midcourse_migrations'
    and (n.nspname = 'public' or n.nspowner = current_user::regrole) and n.nspname not like 'pg\\_%'
    and c.relowner = current_user::regrole`;

/** Grants rights on every table there is now. A table whose comment begins with `append-only` is never updated or emptied. */
export const grantToApplication = async (owner: Client, role: string): Promise<void> => {
  const name = escapeIdentifier(role);
  const { rows } = await owner.query<TableFacts>(tablesQuery);
  const schemas = new Set(['public', ...rows.map(({ schema }) => schema)]);
  const statements = [...schemas].flatMap((schema) => [
    `grant usage on schema ${escapeIdentifier(schema)} to ${name}`,
    `grant usage, select on all sequences in schema ${escapeIdentifier(schema)} to ${name}`,
  ]);
  for (const { schema, table, isAppendOnly } of rows) {
    const path = `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`;
    const rights = isAppendOnly ? 'select, insert' : 'select, insert, update, delete';
    statements.push(
      `revoke all on table ${path} from ${name}`,
      `grant ${rights} on table ${path} to ${name}`,
    );
  }
  await owner.query(['begin', ...statements, 'commit'].join(';\n'));
};
