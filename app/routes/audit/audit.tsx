import { data, redirect } from 'react-router';
import { verifyNow } from '../../commons/audit/jobs.ts';
import { auditPolicy } from '../../commons/audit/policy.ts';
import { recordPersonSearch } from '../../commons/audit/reading-on-record.ts';
import { namesOfAccounts } from '../../commons/audit/reads.ts';
import { isAllowed } from '../../commons/permissions/permission.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { Invalid } from '../../platform/errors.ts';
import { signedIn, type Visit } from '../page.ts';
import type { Route } from './+types/audit';
import { type AuditAsked, auditAsked, entriesAsked } from './audit-asked.ts';
import { AuditPage } from './audit-page.tsx';
import { auditRows, chainView } from './audit-view.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Audit · Midcourse' }];

const entriesOnPage = 30;

const personView = async ({ services, actor }: Visit, { person }: AuditAsked) => {
  if (person === null) return null;
  const scope = scopeFor(actor, auditPolicy['audit.read']);
  const names = await namesOfAccounts(services.database, scope, [person.accountId]);
  const name = names.get(person.accountId) ?? 'somebody whose account is gone';
  return { name, reason: person.reason, entry: person.entry };
};

export const loader = signedIn(async (visit) => {
  const asked = await auditAsked(visit);
  const found = await entriesAsked(visit, asked, entriesOnPage + 1);
  const shown = found.slice(0, entriesOnPage);
  const params = visit.url.searchParams;
  const given = (name: string): string => params.get(name) ?? '';
  return {
    rows: await auditRows(visit, shown),
    older: found.length > entriesOnPage ? (shown.at(-1)?.id ?? null) : null,
    isNewest: asked.before === undefined,
    chain: asked.person === null ? await chainView(visit) : null,
    person: await personView(visit, asked),
    maySearchPeople: isAllowed(visit.actor.assignments, auditPolicy['audit.read-by-person']),
    search: {
      subject: given('subject'),
      event: given('event'),
      permission: given('permission'),
      from: given('from'),
      to: given('to'),
    },
  };
});

const textIn = (form: FormData, name: string): string => String(form.get(name) ?? '');

const searchPerson = async ({ services, actor }: Visit, form: FormData) => {
  const fields = { email: textIn(form, 'email'), reason: textIn(form, 'reason') };
  const scope = scopeFor(actor, auditPolicy['audit.read-by-person']);
  try {
    return redirect(`/audit?person=${await recordPersonSearch(services.database, scope, fields)}`);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return data(
      { problem: [error.message, error.remedy].filter(Boolean).join(' '), fields },
      { status: 422 },
    );
  }
};

export const action = signedIn(async (visit) => {
  const { request, services, actor } = visit;
  const form = await request.formData();
  if (form.get('act') === 'person') return searchPerson(visit, form);
  const expected = textIn(form, 'expected').trim().toLowerCase();
  if (expected !== '' && !/^[0-9a-f]{64}$/.test(expected))
    throw new Invalid('That is no hash of the chain.', 'It has 64 figures and letters from a to f.');
  const scope = scopeFor(actor, auditPolicy['audit.read']);
  await verifyNow(services.database, services.jobs, scope, expected === '' ? undefined : expected);
  return redirect('/audit#chain');
});

export default function Audit({ loaderData, actionData }: Route.ComponentProps) {
  return <AuditPage page={loaderData} refused={actionData} />;
}
