import { expect, test } from 'vitest';
import { nextSubmission } from './submissions.ts';

test.each([
  ['AFCARS', '2026-05-15', '2026-03-31', '2026-05-15'],
  ['AFCARS', '2026-05-16', '2026-09-30', '2026-11-14'],
  ['AFCARS', '2026-11-15', '2027-03-31', '2027-05-15'],
  ['AFCARS', '2026-01-01', '2026-03-31', '2026-05-15'],
  ['NCANDS', '2026-01-31', '2025-09-30', '2026-01-31'],
  ['NCANDS', '2026-02-01', '2026-09-30', '2027-01-31'],
] as const)('%s on %s: of the time to %s, due %s', (file, today, endsOn, dueOn) => {
  expect(nextSubmission(file, today)).toEqual({ file, endsOn, dueOn });
});
