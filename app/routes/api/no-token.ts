/** The answer to whoever shows no token, or one that is not taken. */
import { clientAddressHeader } from '../../commons/identity/auth.ts';
import type { NoBearer } from '../../commons/tokens/bearer.ts';
import { requestsAMinute } from '../../platform/requests-a-minute.ts';
import { problemResponse } from './problem-json.ts';

const refusalsOf = requestsAMinute(30);

const whyNot: Readonly<Record<NoBearer, string>> = {
  unknown: 'This token is none of ours.',
  expired: 'This token has expired.',
  revoked: 'This token was revoked.',
  stopped: 'This token opens nothing any more: its maker may not act, or holds none of the roles it carries.',
};

const makeOne = 'Make a token under /account/tokens and send it as `Authorization: Bearer …`.';
const notTheSession = 'Signing in to the pages opens nothing here.';

/** `why`: null where none was shown. */
export const unauthorised = (request: Request, why: NoBearer | null): Response => {
  const { isSpent, seconds } = refusalsOf(request.headers.get(clientAddressHeader) ?? '');
  if (isSpent)
    return problemResponse(
      'too-many',
      { detail: 'Too many requests without a token that is taken.', remedy: `Wait ${seconds} seconds.` },
      { 'retry-after': String(seconds) },
    );
  const isSession = why === null && request.headers.has('cookie');
  return problemResponse(
    'no-token',
    {
      detail: why === null ? 'The request brought no token.' : whyNot[why],
      remedy: isSession ? `${notTheSession} ${makeOne}` : makeOne,
    },
    { 'www-authenticate': 'Bearer realm="Midcourse"' },
  );
};
