/** What the address asks of the audit: a search, or what one person did by a search that is on record. */

import type { AuditSearch } from '../../commons/audit/forms.ts';
import { auditSearchForm } from '../../commons/audit/forms.ts';
import { auditPolicy } from '../../commons/audit/policy.ts';
import {
  type AuditRecord,
  getPersonSearch,
  listAudit,
  listAuditOfPerson,
  type PersonSearch,
} from '../../commons/audit/reads.ts';
import { refusePersonAsSubject } from '../../commons/audit/rules.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Visit } from '../page.ts';

export interface AuditAsked {
  readonly search: AuditSearch;
  /** The entry that says whom somebody looks for, and why. */
  readonly person: (PersonSearch & { readonly entry: number }) | null;
  readonly before: number | undefined;
}

const numberIn = (text: string | null): number | undefined => {
  if (text === null || text === '') return undefined;
  if (!/^\d{1,15}$/.test(text)) throw new Invalid('That is no entry of the audit.', 'Begin at the newest.');
  return Number(text);
};

/** Throws `NotAllowed` before anything is read. */
export const auditAsked = async ({ url, services, actor }: Visit): Promise<AuditAsked> => {
  scopeFor(actor, auditPolicy['audit.read']);
  const params = url.searchParams;
  const before = numberIn(params.get('before'));
  const entry = numberIn(params.get('person'));
  if (entry !== undefined) {
    const scope = scopeFor(actor, auditPolicy['audit.read-by-person']);
    const found = await getPersonSearch(services.database, scope, entry);
    return { search: {}, person: { ...found, entry }, before };
  }
  const parsed = auditSearchForm.safeParse(Object.fromEntries(params));
  if (!parsed.success) throw new Invalid(parsed.error.issues.map(({ message }) => message).join(' '));
  refusePersonAsSubject(parsed.data.subject);
  return { search: parsed.data, person: null, before };
};

/** Newest first. */
export const entriesAsked = (
  { services, actor }: Pick<Visit, 'services' | 'actor'>,
  { search, person, before }: AuditAsked,
  limit: number,
): Promise<AuditRecord[]> => {
  const { database } = services;
  if (person === null)
    return listAudit(database, scopeFor(actor, auditPolicy['audit.read']), { ...search, before, limit });
  const scope = scopeFor(actor, auditPolicy['audit.read-by-person']);
  return listAuditOfPerson(database, scope, person, { before, limit });
};
