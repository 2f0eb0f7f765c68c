import { signedInDownload } from '../page.ts';
import { readCard } from './card-reading.ts';
import { asDownload, asJson } from './decision-exports.ts';

export const loader = signedInDownload(async (visit) => {
  const card = await readCard(visit);
  return asDownload(asJson(card), 'application/json', `decision-${card.decision.id}.json`);
});
