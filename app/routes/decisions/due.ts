/** Decisions whose day to be looked at again has come, for the board. None for who may not see decisions. */
import { isAllowed } from '../../commons/permissions/permission.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { todayOn } from '../../platform/clock.ts';
import { decisionsPolicy, listDue } from '../../rooms/values/public.ts';
import { dayText } from '../../ui/format/days.ts';
import { shortened } from '../../words/shortened.ts';
import type { Visit } from '../page.ts';

export const readDue = async ({ services, actor }: Pick<Visit, 'services' | 'actor'>) => {
  const permission = decisionsPolicy['decisions.read'];
  if (!isAllowed(actor.assignments, permission)) return [];
  const due = await listDue(services.database, scopeFor(actor, permission), todayOn());
  return due.map(({ id, statement, dueOn }) => ({
    id,
    statement: shortened(statement),
    since: dueOn ? dayText(dueOn) : '',
  }));
};
