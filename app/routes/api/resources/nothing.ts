/** Any other address under the API: a program is answered as a program. */
import { problemResponse } from '../problem-json.ts';

export const loader = (): Response =>
  problemResponse('not-found', {
    detail: 'The API has no such address.',
    remedy: 'Its addresses are described at /api and, for programs, at /api/v1/openapi.json.',
  });
