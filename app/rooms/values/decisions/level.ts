/** At which level of the system a decision is made, and which roles may make it there. */
import type { Role } from '../../../commons/permissions/role.ts';

export const levels = ['frontline', 'supervisor', 'manager', 'executive', 'court', 'legislature'] as const;

export type Level = (typeof levels)[number];

/** Courts and legislatures decide for themselves: a leader writes down what they decided. */
const mayDecideAt: Readonly<Partial<Record<Role, readonly Level[]>>> = {
  frontline: ['frontline'],
  supervisor: ['frontline', 'supervisor'],
  leader: levels,
};

/** Roles that may decide at a level. */
export const decidersAt = (level: Level): Role[] =>
  (Object.keys(mayDecideAt) as Role[]).filter((role) => mayDecideAt[role]?.includes(level));

/** Levels at which somebody with these roles may decide; the program itself at all. */
export const levelsOf = (held: readonly string[]): Level[] =>
  levels.filter((level) => held.includes('system') || decidersAt(level).some((role) => held.includes(role)));
