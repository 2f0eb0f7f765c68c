import { type LoaderFunctionArgs, redirect } from 'react-router';
import { servicesContext } from '../../request-context.ts';
import { safeNext } from '../page.ts';
import { onTo } from './answered.ts';

/** Where the issuer sends people back to. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { agencyAccount } = context.get(servicesContext).identity;
  if (!agencyAccount) throw new Response(null, { status: 404 });
  const result = await agencyAccount.finish(new URL(request.url).search, request.headers);
  return result.ok
    ? onTo(safeNext(result.next), result.cookies)
    : redirect(`/sign-in/agency/refused?error=${result.why}`);
};
