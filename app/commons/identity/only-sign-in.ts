/** Row-level security of everything about accounts: seen by the part of the program that signs people in, and no other. */
import { sql } from 'drizzle-orm';
import { pgPolicy } from 'drizzle-orm/pg-core';

export const onlySignIn = (name: string) =>
  pgPolicy(name, {
    for: 'all',
    using: sql`current_setting('midcourse.part', true) = 'sign-in'`,
    withCheck: sql`current_setting('midcourse.part', true) = 'sign-in'`,
  });
