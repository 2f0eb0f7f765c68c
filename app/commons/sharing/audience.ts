/** To whom a thing is shown beyond the place it belongs to. */
import { z } from 'zod';
import { kindOf, nameOf, type Place, parsePlace } from '../permissions/place.ts';

/** `state`: a county's thing, for staff of the whole state. `partners`: every partner. `public`: whoever comes. */
export type Audience = 'state' | 'partners' | 'public' | Extract<Place, `partner:${string}`>;

export const audienceForm = z
  .string()
  .refine(
    (text): text is Audience =>
      text === 'state' || text === 'partners' || text === 'public' || /^partner:[^\p{Cc}/]+$/u.test(text),
    'Choose with whom it is shared.',
  );

/** "the state", "all partners", "the public", "Family Council" */
export const audienceText = (audience: Audience): string => {
  if (audience === 'state') return 'the state';
  if (audience === 'partners') return 'all partners';
  if (audience === 'public') return 'the public';
  const place = parsePlace(audience);
  return kindOf(place) === 'partner' ? nameOf(place) : audience;
};
