/**
 * The page of who is not staff: the values, figures and decisions that were shared with them, and nothing else. Figures
 * are of the whole state, as anybody may see them.
 */
import { type Permission, whoCan } from '../../commons/permissions/permission.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { todayOn } from '../../platform/clock.ts';
import { NotAllowed, NotFound } from '../../platform/errors.ts';
import { anybody, catalog, type Figure } from '../../rooms/measures/public.ts';
import { decisionsPolicy, listDecisions, listValues, valuesPolicy } from '../../rooms/values/public.ts';
import { dayText } from '../../ui/format/days.ts';
import { boardValues } from '../board/board-view.ts';
import { summariesOf } from '../measures/summaries-in-memory.ts';
import type { Visit } from '../page.ts';
import { findReadyVersion } from '../prepared-version.ts';
import { isMeasureId } from '../values/measure-names.ts';

const mostDecisions = 12;

/** The two guests' pages differ in whose they are. */
export interface GuestPage {
  readonly role: 'observer' | 'partner';
  readonly needs: Permission<'values.see-shared'>;
}

const checkGuest = ({ actor }: Visit, { role }: GuestPage): void => {
  if (actor.assignments.some((held) => held.role === role)) return;
  throw new NotAllowed(
    role === 'partner' ? 'This page is for partners.' : 'This page is for observers.',
    whoCan({ mayBeDoneBy: [role] }),
  );
};

const questionsOf = (ids: readonly string[]) =>
  ids.filter(isMeasureId).map((id) => ({ id, question: catalog[id].question }));

/** Throws `NotAllowed` for everybody else. */
export const guestView = async (visit: Visit, page: GuestPage) => {
  checkGuest(visit, page);
  const { services, actor } = visit;
  const values = await listValues(services.database, scopeFor(actor, page.needs));
  const { decisions } = await listDecisions(
    services.database,
    scopeFor(actor, decisionsPolicy['decisions.read']),
    {},
    { today: todayOn(), limit: mostDecisions },
  );
  const found = await findReadyVersion(visit, anybody);
  const version = found.state === 'ready' ? found.version : null;
  const summaries = version ? await summariesOf(version.files) : null;
  const shown = summaries ? boardValues(values, summaries) : [];
  return {
    agency: actor.agency,
    asOf: version ? dayText(version.asOf) : null,
    dataVersion: version?.number ?? null,
    values: values.map(({ id, statement, why, wouldSee, measures }) => ({
      ...{ id, statement, why, wouldSee },
      measures: shown.find((value) => value.id === id)?.measures ?? [],
      questions: questionsOf(measures),
    })),
    decisions: decisions.map(({ id, statement, decidedOn, dueOn, learned }) => ({
      ...{ id, statement, learned },
      decidedOn: decidedOn === null ? null : dayText(decidedOn),
      dueOn: dueOn === null ? null : dayText(dueOn),
    })),
  };
};

/** The last final figures behind the page, each measure with the one it is shown with. */
export const guestFigures = async (
  visit: Visit,
  page: GuestPage,
): Promise<{ readonly figures: readonly Figure[]; readonly asOf: string; readonly dataVersion: number }> => {
  checkGuest(visit, page);
  const values = await listValues(visit.services.database, scopeFor(visit.actor, page.needs));
  const found = await findReadyVersion(visit, anybody);
  if (found.state !== 'ready') throw new NotFound('There are no figures yet. Try again in a minute.');
  const { files, asOf, number } = found.version;
  const summaries = await summariesOf(files);
  const shared = values.flatMap(({ measures }) => measures).filter(isMeasureId);
  const ids = new Set(shared.flatMap((id) => [id, catalog[id].partner]));
  const figures = [...ids].flatMap((id) => summaries[id].last ?? []);
  return { figures, asOf, dataVersion: number };
};

export type GuestView = Awaited<ReturnType<typeof guestView>>;

export const publicPage: GuestPage = { role: 'observer', needs: valuesPolicy['values.see-shared'] };
export const partnerPage: GuestPage = { role: 'partner', needs: valuesPolicy['values.see-shared'] };
