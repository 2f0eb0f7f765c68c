import { signedIn } from '../page.ts';
import type { Route } from './+types/shared';
import { GuestPageView } from './guest-page.tsx';
import { guestView, partnerPage } from './guest-view.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Shared with you · Midcourse' }];

export const loader = signedIn((visit) => guestView(visit, partnerPage));

export default function Shared({ loaderData }: Route.ComponentProps) {
  return (
    <GuestPageView view={loaderData} path="/shared">
      This is what the agency has shared with you as its partner. If something here does not match what you
      see, say so: that is what it is shared for.
    </GuestPageView>
  );
}
