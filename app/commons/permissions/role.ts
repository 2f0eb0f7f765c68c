/** Who a person is to the agency. A person may hold several roles. */

export const roles = ['analyst', 'administrator'] as const;

export type Role = (typeof roles)[number];

/** How a sentence names them: "An analyst or an administrator can." */
export const roleNames: Readonly<Record<Role, string>> = {
  analyst: 'an analyst',
  administrator: 'an administrator',
};

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);
