/** The drop folder for the data page. */
import { isAllowed } from '../../commons/permissions/permission.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { nowAt } from '../../platform/clock.ts';
import {
  dropPolicy,
  dropRhythms,
  getDropState,
  importsPolicy,
  nextLookAfter,
  rhythmWords,
} from '../../rooms/measures/public.ts';
import type { Choice } from '../../ui/filter-select.tsx';
import { instantText } from '../../ui/format/days.ts';
import type { Visit } from '../page.ts';

export interface DropView {
  readonly path: string;
  readonly isOn: boolean;
  readonly rhythm: string;
  readonly chosen: string;
  readonly choices: readonly Choice[];
  readonly putInUse: boolean;
  readonly lastLook: string | null;
  readonly nextLook: string;
  readonly found: string | null;
  readonly job: string | null;
  readonly mayChange: boolean;
}

export const dropView = async ({ services, actor }: Visit): Promise<DropView> => {
  const state = await getDropState(services.database, scopeFor(actor, importsPolicy['versions.see']));
  const { isOn, rhythm, putInUse, lookedAt, found, job } = state;
  return {
    ...{ path: services.config.dropFolder, isOn, putInUse, found, job },
    ...{ rhythm: rhythmWords[rhythm], chosen: rhythm },
    choices: dropRhythms.map((value) => ({ value, label: rhythmWords[value] })),
    lastLook: lookedAt && instantText(lookedAt.toISOString()),
    nextLook: instantText(nextLookAfter(rhythm, nowAt()).toISOString()),
    mayChange: isAllowed(actor.assignments, dropPolicy['drop.change']),
  };
};
