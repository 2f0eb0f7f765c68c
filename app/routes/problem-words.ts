/** What the four errors of the house are called, on pages and for programs. */
import type { PageProblem } from './page.ts';

export const problemHeadings: Readonly<Record<PageProblem['kind'], string>> = {
  'not-found': 'There is nothing here',
  'not-allowed': 'You may not see this',
  conflict: 'Something else came first',
  invalid: 'This cannot be used as it is',
};
