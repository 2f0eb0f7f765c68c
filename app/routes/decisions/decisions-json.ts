import { signedInDownload } from '../page.ts';
import { asDownload, asJson } from './decision-exports.ts';
import { findDecisions } from './list-filters.ts';

export const loader = signedInDownload(async (visit) => {
  const { decisions } = await findDecisions(visit, { limit: 100_000, offset: 0 });
  return asDownload(asJson({ decisions }), 'application/json', 'decisions.json');
});
