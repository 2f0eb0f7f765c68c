/** What can be done to a value from its page. */
import { data, redirect } from 'react-router';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { audienceForm } from '../../commons/sharing/audience.ts';
import { Invalid } from '../../platform/errors.ts';
import { catalog, type MeasureId } from '../../rooms/measures/public.ts';
import {
  getValue,
  publishValue,
  retireValue,
  shareValue,
  stopSharingValue,
  tieMeasure,
  untieMeasure,
  valuesPolicy,
} from '../../rooms/values/public.ts';
import { summariesOf } from '../measures/summaries-in-memory.ts';
import type { Visit } from '../page.ts';
import { findReadyVersion } from '../prepared-version.ts';
import { isMeasureId } from './measure-names.ts';
import { readValuesAs } from './values-scope.ts';

export interface ActProblem {
  readonly act: 'tie' | 'retire';
  readonly says: string;
  /** Of a measure whose counter-measure cannot be shown: it may still be tied, by somebody who knows. */
  readonly measure: string | null;
}

const refuse = (problem: ActProblem) => data(problem, { status: 422 });

/** Why the data in use cannot hold the counter-measure; null where they can, or where there are none to tell. */
const partnerMissing = async (visit: Visit, measure: MeasureId): Promise<string | null> => {
  const found = await findReadyVersion(visit);
  if (found.state !== 'ready') return null;
  return (await summariesOf(found.version.files))[catalog[measure].partner].absent;
};

const tie = async (visit: Visit, form: FormData, id: string) => {
  const measure = String(form.get('measure') ?? '');
  if (!isMeasureId(measure)) throw new Invalid('No measure was chosen.');
  const { 'values.change': change } = valuesPolicy;
  const missing = form.get('knowing') === 'yes' ? null : await partnerMissing(visit, measure);
  if (missing !== null) {
    const { title, partner } = catalog[measure];
    const says = `“${title}” is always shown with “${catalog[partner].title}”, because one can be bought with the other. The data in use cannot show that one: ${missing}`;
    return refuse({ act: 'tie', says, measure });
  }
  const { place } = await getValue(visit.services.database, readValuesAs(visit.actor), id);
  await tieMeasure(visit.services.database, scopeFor(visit.actor, change, place), id, measure);
  return redirect(`/values/${id}#measures`);
};

export const actOnValue = async (visit: Visit) => {
  const { services, actor, params, request } = visit;
  const id = params.id ?? '';
  const form = await request.formData();
  const { place } = await getValue(services.database, readValuesAs(actor), id);
  const scope = scopeFor(actor, valuesPolicy['values.change'], place);
  const { database } = services;
  const act = form.get('act');
  if (act === 'tie') return tie(visit, form, id);
  if (act === 'untie') await untieMeasure(database, scope, id, String(form.get('measure') ?? ''));
  else if (act === 'publish') await publishValue(database, scope, id);
  else if (act === 'retire') {
    const why = String(form.get('why') ?? '').trim();
    if (why === '')
      return refuse({
        act: 'retire',
        says: 'Say why it no longer holds; those who worked by it will ask.',
        measure: null,
      });
    await retireValue(database, scope, id, why);
  } else if (act === 'share' || act === 'stop-sharing') {
    const audience = audienceForm.safeParse(form.get('audience'));
    if (!audience.success) throw new Invalid('Nobody was chosen to share it with.');
    await (act === 'share' ? shareValue : stopSharingValue)(database, scope, id, audience.data);
  } else throw new Invalid('Nothing was chosen to be done.');
  return redirect(`/values/${id}`);
};
