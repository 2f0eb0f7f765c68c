/** A person who has signed in, as the rooms know them. */
import type { Role } from './role.ts';

export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly agency: string;
}
