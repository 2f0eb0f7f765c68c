/** Who a person is to the agency. A person may hold several roles, each at a place (`place.ts`). */

/** How a sentence names them: "An analyst or an administrator can." */
export const roleNames = {
  frontline: 'a caseworker',
  supervisor: 'a supervisor',
  analyst: 'an analyst',
  leader: 'a leader',
  nation: 'a representative of a Tribal nation',
  partner: 'a partner',
  observer: 'an observer',
  duty_reader: 'a duty reader',
  security_officer: 'a security officer',
  administrator: 'an administrator',
} as const satisfies Readonly<Record<string, string>>;

export type Role = keyof typeof roleNames;

export const roles = Object.keys(roleNames) as Role[];

/** How a page titles them: "Duty reader". */
export const roleTitles: Readonly<Record<Role, string>> = {
  frontline: 'Caseworker',
  supervisor: 'Supervisor',
  analyst: 'Analyst',
  leader: 'Leader',
  nation: 'Tribal nation',
  partner: 'Partner',
  observer: 'Observer',
  duty_reader: 'Duty reader',
  security_officer: 'Security officer',
  administrator: 'Administrator',
};

/** Who works in the agency and with its children: what staff may see, all of these may. */
export const staff: readonly Role[] = ['frontline', 'supervisor', 'analyst', 'leader', 'administrator'];

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);
