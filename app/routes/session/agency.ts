import { type LoaderFunctionArgs, redirect } from 'react-router';
import { servicesContext } from '../../request-context.ts';
import { safeNext } from '../page.ts';
import { onTo } from './answered.ts';

/** Another site's link must not begin a sign-in: whoever follows it begins on our own page. */
const isFromElsewhere = (headers: Headers): boolean => {
  const site = headers.get('sec-fetch-site');
  return site !== null && site !== 'same-origin' && site !== 'none';
};

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { agencyAccount } = context.get(servicesContext).identity;
  if (!agencyAccount) throw new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  if (isFromElsewhere(request.headers)) return redirect('/sign-in');
  const begun = await agencyAccount.begin(safeNext(searchParams.get('next')), request.headers);
  if (begun.ok) return onTo(begun.url, begun.cookies);
  return redirect(`/sign-in/agency/refused?error=${begun.status === 429 ? 'too_many' : 'not_completed'}`);
};
