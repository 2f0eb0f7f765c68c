import { auditPolicy } from '../../../commons/audit/policy.ts';
import { recordAuditTaken } from '../../../commons/audit/reading-on-record.ts';
import { listAudit as entriesOf } from '../../../commons/audit/reads.ts';
import { refusePersonAsSubject, withoutPerson } from '../../../commons/audit/rules.ts';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import { fresh } from '../answer.ts';
import { listAudit } from '../contract/audit.ts';
import { cursorNumbers, nextPath } from '../pages-of.ts';
import { withToken } from '../with-token.ts';

export const loader = withToken(listAudit, (call) =>
  fresh(async () => {
    const { limit, cursor, ...search } = call.query;
    const { database } = call.services;
    const scope = scopeFor(call.actor, auditPolicy['audit.read']);
    refusePersonAsSubject(search.subject);
    const [before] = cursorNumbers(cursor, 1) ?? [];
    await recordAuditTaken(database, scope, 'answer to a token', { token: call.token.id, ...search, before });
    const found = await entriesOf(database, scope, { ...search, before, limit: limit + 1 });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      data: page.map(({ at, ...entry }) => ({ ...withoutPerson(entry), at: at.toISOString() })),
      next: found.length > limit && last ? nextPath(call, String(last.id)) : null,
    };
  }),
);
