import { signedIn } from '../page.ts';
import type { Route } from './+types/public';
import { GuestPageView } from './guest-page.tsx';
import { guestView, publicPage } from './guest-view.ts';

export const meta: Route.MetaFunction = () => [{ title: 'The public page · Midcourse' }];

export const loader = signedIn((visit) => guestView(visit, publicPage));

export default function Public({ loaderData }: Route.ComponentProps) {
  return (
    <GuestPageView view={loaderData} path="/public">
      This is what the agency has made public: what it wants for children and families, and what its own
      records say about it.
    </GuestPageView>
  );
}
