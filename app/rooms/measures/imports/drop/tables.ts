/** How the drop folder is watched, and what the last look found. One row for the state; without it, it is off. */
import { sql } from 'drizzle-orm';
import { boolean, pgPolicy, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Place } from '../../../../commons/permissions/place.ts';
import { heldByAnyOf, withinReach } from '../../../../commons/permissions/row-policy.ts';
import { importsPolicy } from '../policy.ts';
import type { DropRhythm } from './forms.ts';
import { dropPolicy } from './policy.ts';

const changers = sql`${heldByAnyOf(dropPolicy['drop.change'].mayBeDoneBy)} and ${withinReach()}`;

export const dropSettings = pgTable(
  'drop_settings',
  {
    place: text().$type<Place>().primaryKey().default('state'),
    isOn: boolean('is_on').notNull(),
    rhythm: text().$type<DropRhythm>().notNull(),
    putInUse: boolean('put_in_use').notNull(),
    lookedAt: timestamp('looked_at', { withTimezone: true }),
    /** What the last look found, in a sentence without a name of a person. */
    found: text(),
    /** The job that imported what was found last. */
    job: uuid(),
  },
  () => [
    pgPolicy('drop_settings_read', {
      for: 'select',
      using: heldByAnyOf(importsPolicy['versions.see'].mayBeDoneBy),
    }),
    pgPolicy('drop_settings_add', { for: 'insert', withCheck: changers }),
    pgPolicy('drop_settings_change', { for: 'update', using: changers, withCheck: changers }),
  ],
);
