/** What the pages of people share about forms of roles. */
import { assignmentsIn, mostRows, type RoleRow, rowsSent } from '../../commons/identity/people/role-rows.ts';
import { roles, roleTitles } from '../../commons/permissions/role.ts';

export const roleChoices = roles.map((role) => ({ value: role as string, label: roleTitles[role] }));

/** Which button sent the form. */
export const actOf = (fields: Readonly<Record<string, unknown>>): string =>
  typeof fields.act === 'string' ? fields.act : '';

const another: RoleRow = { role: '', kind: 'state', name: '' };

/** The rows of a form, one more where "Add another role" was pressed. */
export const rowsOf = (fields: Readonly<Record<string, unknown>>): RoleRow[] => {
  const sent = rowsSent(fields);
  return actOf(fields) === 'more' && sent.length < mostRows ? [...sent, another] : sent;
};

export const assignmentsOf = (fields: Readonly<Record<string, unknown>>) => assignmentsIn(rowsSent(fields));
