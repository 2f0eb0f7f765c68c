/** An address that is none: the loaders above it run, so that the page knows who is here and what they can see. */
import { NotFound } from '../platform/errors.ts';
import { signedIn } from './page.ts';

export const loader = signedIn(async () => {
  throw new NotFound('No page of Midcourse has this address.');
});

export default function Nothing() {
  return null;
}
