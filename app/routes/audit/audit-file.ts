/** The audit as a file: on record before it leaves, and without the names of whoever did what. */
import { auditPolicy } from '../../commons/audit/policy.ts';
import { recordAuditTaken } from '../../commons/audit/reading-on-record.ts';
import { withoutPerson } from '../../commons/audit/rules.ts';
import { csvText } from '../../commons/exports/csv.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Visit } from '../page.ts';
import { fileDownload } from '../values/file-download.ts';
import { auditAsked, entriesAsked } from './audit-asked.ts';

/** As many as one answer may hold in memory. */
const mostEntries = 50_000;

const linesOf = async (visit: Visit, as: 'CSV' | 'JSON') => {
  const asked = await auditAsked(visit);
  const scope = scopeFor(visit.actor, auditPolicy['audit.read']);
  await recordAuditTaken(visit.services.database, scope, as, {
    ...asked.search,
    search: asked.person?.entry,
  });
  const entries = await entriesAsked(visit, { ...asked, before: undefined }, mostEntries + 1);
  if (entries.length > mostEntries)
    throw new Invalid(
      `These are more than the ${mostEntries.toLocaleString('en-US')} entries that one file holds.`,
      'Choose fewer days.',
    );
  return entries.map((entry) => {
    const { at, ...line } = withoutPerson(entry);
    const isPerson = asked.person !== null && entry.actorId === asked.person.accountId;
    return { ...line, at: at.toISOString(), by: isPerson ? 'the person searched for' : line.by };
  });
};

const columns = ['id', 'at', 'by', 'because', 'event', 'subject', 'details'];

export const auditCsv = async (visit: Visit): Promise<Response> => {
  const lines = await linesOf(visit, 'CSV');
  const rows = lines.map(({ id, at, by, because, event, subject, details }) => [
    ...[id, at, by, because, event, subject],
    JSON.stringify(details),
  ]);
  return fileDownload('audit', 'csv', csvText(columns, rows));
};

export const auditJson = async (visit: Visit): Promise<Response> => {
  const entries = await linesOf(visit, 'JSON');
  return fileDownload('audit', 'json', `${JSON.stringify({ entries }, null, 2)}\n`);
};
