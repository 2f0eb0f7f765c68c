/** Whether a token is taken, and what it opens: pure. */
import type { Day } from '../../platform/clock.ts';
import type { Assignment } from '../permissions/actor.ts';

export type TokenState = 'in use' | 'expired' | 'revoked';

interface Dates {
  readonly expiresOn: Day;
  readonly revokedAt: Date | null;
}

export const stateOf = ({ expiresOn, revokedAt }: Dates, today: Day): TokenState => {
  if (revokedAt !== null) return 'revoked';
  return expiresOn < today ? 'expired' : 'in use';
};

/** Of what the token carries, that which its maker still holds: never more than either. */
export const openedBy = (carries: readonly Assignment[], held: readonly Assignment[]): Assignment[] =>
  held.filter(({ role, place }) => carries.some((one) => one.role === role && one.place === place));
