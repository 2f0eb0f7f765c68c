import { type ActionFunctionArgs, redirect } from 'react-router';
import { servicesContext } from '../../request-context.ts';

export const loader = () => redirect('/');

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const cookies = await context.get(servicesContext).identity.signOut(request.headers);
  const headers = new Headers(cookies.map((cookie): [string, string] => ['set-cookie', cookie]));
  return redirect('/sign-in', { headers });
};
