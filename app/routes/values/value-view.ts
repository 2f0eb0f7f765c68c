/** One value as plain data: its words over time, what its measures say now, what was decided and reviewed for it. */
import { isAllowed } from '../../commons/permissions/permission.ts';
import { type Place, placeText } from '../../commons/permissions/place.ts';
import { isRole, roleTitles } from '../../commons/permissions/role.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { type Audience, audienceText } from '../../commons/sharing/audience.ts';
import { todayOn } from '../../platform/clock.ts';
import { listReviews, reviewsPolicy } from '../../rooms/changes/public.ts';
import { catalog, measureIds, resultsPolicy } from '../../rooms/measures/public.ts';
import {
  decisionsPolicy,
  getValueRecord,
  listDecisions,
  type Value,
  type ValueVersion,
} from '../../rooms/values/public.ts';
import { dayText } from '../../ui/format/days.ts';
import { ordinalText } from '../../ui/format/numbers.ts';
import { refuseObservers } from '../guests/guest-home.ts';
import { type Summaries, summariesOf } from '../measures/summaries-in-memory.ts';
import type { Visit } from '../page.ts';
import { knownPartners } from '../places/known-places.ts';
import { findReadyVersion } from '../prepared-version.ts';
import { isMeasureId } from './measure-names.ts';
import { saidWords } from './said-words.ts';
import { isGuest, mayChangeAt, readValuesAs } from './values-scope.ts';

export interface TiedMeasure {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly kind: string;
  /** What it says now; null before there are figures. */
  readonly sentence: string | null;
  readonly partner: { readonly slug: string; readonly title: string; readonly sentence: string | null };
}

/** Some sentences begin with the title, which stands beside them already. */
const sentenceOf = (summaries: Summaries | null, id: keyof Summaries): string | null => {
  if (summaries === null) return null;
  const said = summaries[id].absent ?? summaries[id].sentence;
  const { title } = catalog[id];
  return said.startsWith(`${title}: `) ? said.slice(title.length + 2) : said;
};

const tiedMeasures = ({ measures }: Value, summaries: Summaries | null): TiedMeasure[] =>
  measures.filter(isMeasureId).map((id) => {
    const { slug, title, kind, partner } = catalog[id];
    const beside = catalog[partner];
    return {
      ...{ id, slug, title, kind },
      sentence: sentenceOf(summaries, id),
      partner: { slug: beside.slug, title: beside.title, sentence: sentenceOf(summaries, partner) },
    };
  });

const tieChoices = ({ measures }: Value) =>
  measureIds
    .filter((id) => !measures.includes(id))
    .map((id) => ({
      value: id,
      label: `${catalog[id].title} (${catalog[id].kind}) — with ${catalog[catalog[id].partner].title.toLowerCase()}`,
    }));

const saidBy = (madeAs: string): string =>
  madeAs
    .split(',')
    .map((role) => (isRole(role) ? roleTitles[role] : 'Midcourse'))
    .join(', ');

const versionLines = (versions: readonly ValueVersion[]) =>
  versions.map((version) => ({
    number: version.version,
    on: dayText(version.saidOn),
    by: saidBy(version.madeAs),
    changeWhy: version.changeWhy,
    words: saidWords(version),
  }));

const summariesFor = async (visit: Visit): Promise<Summaries | null> => {
  if (!isAllowed(visit.actor.assignments, resultsPolicy['measures.read'])) return null;
  const found = await findReadyVersion(visit);
  return found.state === 'ready' ? summariesOf(found.version.files) : null;
};

const decisionsFor = async ({ services, actor }: Visit, id: string) => {
  const policy = decisionsPolicy['decisions.read'];
  if (!isAllowed(actor.assignments, policy)) return [];
  const today = todayOn();
  const filters = { value: id };
  const { decisions } = await listDecisions(services.database, scopeFor(actor, policy), filters, { today });
  return decisions.map(({ id: decision, statement, standing, decidedOn }) => ({
    id: decision,
    statement,
    about: `${standing}${decidedOn === null ? '' : ` · ${dayText(decidedOn)}`}`,
  }));
};

const reviewsFor = async ({ services, actor }: Visit, { id, measures }: Value) => {
  const policy = reviewsPolicy['reviews.read'];
  if (!isAllowed(actor.assignments, policy)) return [];
  const reviews = await listReviews(services.database, scopeFor(actor, policy), { to: todayOn() });
  const looks = (kind: string, looked: string): boolean =>
    kind === 'value' ? looked === id : kind === 'measure' && measures.includes(looked);
  return reviews.flatMap((review) => {
    const minutes = review.items
      .filter(({ lookedAt }) => lookedAt !== null && looks(lookedAt.kind, lookedAt.id))
      .reduce((sum, item) => sum + item.minutes, 0);
    return minutes === 0
      ? []
      : [
          {
            id: review.id,
            title: review.title,
            about: `${dayText(review.heldOn)} · ${minutes} minutes on it`,
          },
        ];
  });
};

const standingOf = ({ state, position, place, version, retiredOn }: Value): string => {
  const whose = place === 'state' ? 'of the whole state' : `of ${placeText(place)}`;
  if (state === 'draft') return `A draft ${whose}, version ${version}. Nobody elsewhere sees it.`;
  if (state === 'retired') return `No longer held, since ${retiredOn ? dayText(retiredOn) : 'some time'}.`;
  return `The ${ordinalText(position ?? 1)} value ${whose}, version ${version}.`;
};

const shareChoices = (place: Place, shared: readonly string[], partners: readonly string[]) =>
  [...(['state', 'partners', 'public'] as const), ...partners.map((name): Audience => `partner:${name}`)]
    .filter((audience) => !shared.includes(audience) && !(audience === 'state' && place === 'state'))
    .map((audience) => ({ value: audience, label: audienceText(audience) }));

export const valueView = async (visit: Visit) => {
  const { services, actor, params } = visit;
  refuseObservers(actor);
  const record = await getValueRecord(services.database, readValuesAs(actor), params.id ?? '');
  const { value } = record;
  const mayChange = mayChangeAt(actor, value.place);
  const shared = record.sharedWith;
  return {
    id: value.id,
    place: value.place,
    state: value.state,
    standing: standingOf(value),
    retiredWhy: value.retiredWhy,
    words: saidWords(value),
    isGuest: isGuest(actor),
    measures: tiedMeasures(value, await summariesFor(visit)),
    decisions: await decisionsFor(visit, value.id),
    reviews: (await reviewsFor(visit, value)).slice(0, 6),
    changes: record.linked['course-change'] ?? 0,
    voices: record.linked.voice ?? 0,
    versions: versionLines(record.versions),
    mayChange,
    ties: mayChange && value.state !== 'retired' ? tieChoices(value) : [],
    shared: mayChange ? shared.map((audience) => ({ value: audience, label: audienceText(audience) })) : [],
    shares:
      mayChange && value.state !== 'draft'
        ? shareChoices(value.place, shared, await knownPartners(visit))
        : [],
  };
};

export type ValueView = Awaited<ReturnType<typeof valueView>>;
