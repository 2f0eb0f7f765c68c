/** The values of a place as plain data: current ones in their order, drafts, and those given up. */
import { type Place, placeText } from '../../commons/permissions/place.ts';
import { catalog } from '../../rooms/measures/public.ts';
import { listValues, type Value, valuesInForce } from '../../rooms/values/public.ts';
import { dayText } from '../../ui/format/days.ts';
import { ordinalText, smallCountText } from '../../ui/format/numbers.ts';
import { refuseObservers } from '../guests/guest-home.ts';
import type { Visit } from '../page.ts';
import { isMeasureId } from './measure-names.ts';
import {
  isGuest,
  mayChangeAt,
  placeLabel,
  readValuesAs,
  valuePlaceChoices,
  valuesPlace,
} from './values-scope.ts';

export interface ValueLine {
  readonly id: string;
  readonly statement: string;
  /** "first of four values · Director · three measures" */
  readonly about: string;
}

const measuredBy = ({ measures }: Value): string => {
  const count = measures.filter(isMeasureId).length;
  if (count === 0) return 'nobody measures it yet';
  const kinds = new Set(measures.filter(isMeasureId).map((id) => catalog[id].kind));
  const only = kinds.size === 1 && kinds.has('compliance') ? ', compliance counts only' : '';
  return `${smallCountText(count)} ${count === 1 ? 'measure' : 'measures'}${only}`;
};

const currentLine = (value: Value, index: number, all: readonly Value[]): ValueLine => ({
  id: value.id,
  statement: value.statement,
  about: `${all.length === 1 ? 'the only one' : `${ordinalText(index + 1)} of ${smallCountText(all.length)}`} · ${value.ownerRole} · ${measuredBy(value)}`,
});

const draftLine = (value: Value): ValueLine => ({
  id: value.id,
  statement: value.statement,
  about: `draft · ${value.ownerRole}`,
});

const retiredLine = (value: Value): ValueLine => ({
  id: value.id,
  statement: value.statement,
  about: `retired ${value.retiredOn ? dayText(value.retiredOn) : ''} · ${value.retiredWhy ?? ''}`,
});

const sharedLine = (value: Value): ValueLine => ({
  id: value.id,
  statement: value.statement,
  about: `${placeLabel(value.place)} · ${value.ownerRole}`,
});

/** For those inside. */
const insideView = async (visit: Visit) => {
  const { services, actor } = visit;
  const scope = readValuesAs(actor);
  const place = valuesPlace(visit);
  const { from, values } = await valuesInForce(services.database, scope, place);
  const elsewhere = (state: 'draft' | 'retired', at: Place) =>
    listValues(services.database, scope, { place: at, state });
  return {
    isGuest: false as const,
    place,
    from,
    placeName: placeText(place),
    borrows: from !== place,
    mayOrder: mayChangeAt(actor, from) && from === place && values.length > 1,
    mayAdd: mayChangeAt(actor, place),
    current: values.map(currentLine),
    drafts: (await elsewhere('draft', place)).map(draftLine),
    retired: (await elsewhere('retired', from)).map(retiredLine),
    places: await valuePlaceChoices(visit, place),
  };
};

/** For guests: what was shared with them. */
const guestView = async ({ services, actor }: Visit) => ({
  isGuest: true as const,
  shared: (await listValues(services.database, readValuesAs(actor))).map(sharedLine),
});

export const valuesView = async (visit: Visit) => {
  refuseObservers(visit.actor);
  return isGuest(visit.actor) ? guestView(visit) : insideView(visit);
};

export type InsideView = Awaited<ReturnType<typeof insideView>>;
