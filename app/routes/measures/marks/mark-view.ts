/** A mark in words, for the list and its own page. */
import { placeText } from '../../../commons/permissions/place.ts';
import { isRole, roleTitles } from '../../../commons/permissions/role.ts';
import { catalog, type Mark, type MarkVersion, type MeasureId } from '../../../rooms/measures/public.ts';
import { dayText } from '../../../ui/format/days.ts';

const titled = (ids: readonly MeasureId[]) =>
  ids.map((id) => ({ id, title: catalog[id].title, slug: catalog[id].slug }));

const saidBy = (roles: string): string =>
  roles
    .split(',')
    .map((role) => (isRole(role) ? roleTitles[role] : 'Midcourse'))
    .join(', ');

export const versionView = (said: MarkVersion) => ({
  ...{ version: said.version, label: said.label, words: said.words, source: said.source },
  ...{ changeWhy: said.changeWhy, isWithdrawn: said.isWithdrawn },
  on: dayText(said.on),
  moves: titled(said.moves),
  besides: titled(said.measures.filter((id) => !said.moves.includes(id))),
  said: `${saidBy(said.saidAs)}, ${dayText(said.saidOn)}`,
});

export type MarkVersionView = ReturnType<typeof versionView>;

export const markView = (mark: Mark) => ({
  ...versionView(mark),
  ...{ id: mark.id, kind: mark.kind },
  place: placeText(mark.place),
});

export type MarkView = ReturnType<typeof markView>;
