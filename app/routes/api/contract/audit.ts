import { z } from 'zod';
import { auditPolicy } from '../../../commons/audit/policy.ts';
import { operation } from '../operation.ts';
import { pageQuery, pageShape } from '../pages-of.ts';
import { day, instant, named } from '../shapes.ts';

const entryShape = named(
  'AuditEntry',
  z.object({
    id: z.int(),
    at: instant,
    by: z
      .enum(['a person', 'the program'])
      .describe('Which person is not given: the audit is not searched by employee.'),
    because: z.string().describe('The permission used, or why the program acted by itself.'),
    event: z.string().describe('Past tense: `version-published`.'),
    subject: z.string().describe('`data-version:7`. Of an account only that it was one.'),
    details: z.record(z.string(), z.unknown()),
  }),
);

export const listAudit = operation({
  id: 'listAudit',
  path: '/api/v1/audit',
  summary: 'What was done, newest first',
  description: 'Reading it is on record itself.',
  needs: [auditPolicy['audit.read']],
  params: z.strictObject({}),
  query: z.strictObject({
    subject: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('`data-version:7`, or `data-version` for all of a kind.'),
    event: z.string().min(1).max(80).optional(),
    permission: z.string().min(1).max(80).optional().describe('The permission used, such as `versions.use`.'),
    from: day.optional().describe('The first day (UTC).'),
    to: day.optional().describe('The last day (UTC).'),
    ...pageQuery,
  }),
  answer: pageShape('AuditEntries', entryShape),
});
