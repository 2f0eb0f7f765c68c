/** What a guest's page shows, as CSV or JSON. */
import { figuresAsCsv, figuresAsJson } from '../../rooms/measures/public.ts';
import { signedInDownload } from '../page.ts';
import { type GuestPage, guestFigures } from './guest-view.ts';

export const guestDownload = (page: GuestPage, type: 'csv' | 'json') =>
  signedInDownload(async (visit) => {
    const { figures, ...origin } = await guestFigures(visit, page);
    const text = type === 'csv' ? figuresAsCsv(figures, origin) : figuresAsJson(figures, origin);
    return new Response(text, {
      headers: {
        'content-type': `${type === 'csv' ? 'text/csv' : 'application/json'}; charset=utf-8`,
        'content-disposition': `attachment; filename="figures-version-${origin.dataVersion}.${type}"`,
      },
    });
  });
