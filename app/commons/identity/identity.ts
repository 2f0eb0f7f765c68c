/** Who is asking: signing in and out, and the actor behind a request's cookie. */
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { Database } from '../../platform/database/database.ts';
import type { Actor } from '../permissions/actor.ts';
import { isPlace } from '../permissions/place.ts';
import { isRole } from '../permissions/role.ts';
import { type AuthSettings, newAuth } from './auth.ts';
import { type SignIn, type SignOut, signInThrough, signOutThrough } from './sign-in.ts';
import { openSignInConnections } from './sign-in-connections.ts';
import { roleAssignments } from './tables.ts';

export interface SignedInActor extends Actor {
  /** For the page's own greeting; never logged. */
  readonly name: string;
}

export interface Identity {
  readonly signIn: SignIn;
  readonly signOut: SignOut;
  /** The person whose session the request's cookie holds; undefined without one, after its end, or without any role. */
  actorOf(headers: Headers): Promise<SignedInActor | undefined>;
  /** Closes its own connections; the database stays open. */
  close(): Promise<void>;
}

export const openIdentity = (database: Database, settings: AuthSettings): Identity => {
  const pool = openSignInConnections(database.applicationPool);
  const auth = newAuth(pool, settings);
  const orm = drizzle(pool);
  return {
    signIn: signInThrough(auth, database),
    signOut: signOutThrough(auth),
    actorOf: async (headers) => {
      const found = await auth.api.getSession({ headers });
      if (!found) return undefined;
      const held = await orm.select().from(roleAssignments).where(eq(roleAssignments.userId, found.user.id));
      const [first] = held;
      if (!first) return undefined;
      const assignments = held.flatMap(({ role, place }) =>
        isRole(role) && isPlace(place) ? [{ role, place }] : [],
      );
      return { id: found.user.id, name: found.user.name, assignments, agency: first.agency };
    },
    close: () => pool.end(),
  };
};
