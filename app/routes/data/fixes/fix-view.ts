/** One thing to mend as plain data: what is wrong, whose it is, who mends it, what was said of it. */
import { assignmentText } from '../../../commons/permissions/actor.ts';
import { grantsOf, isAllowed, type Permission } from '../../../commons/permissions/permission.ts';
import { countyOf, kindOf, type Place } from '../../../commons/permissions/place.ts';
import {
  catalog,
  type FixInFull,
  federalFileOf,
  federalTable,
  fixesPolicy,
  fixRule,
  measuresTouched,
  nextSubmission,
} from '../../../rooms/measures/public.ts';
import { dayText, instantText } from '../../../ui/format/days.ts';
import type { Visit } from '../../page.ts';
import { federalCheckText } from './federal-check-text.ts';
import { fieldText, placeName, recordText, stateText, whereText } from './fix-words.ts';

/** As whom somebody speaks: role and place, never a name. */
export const saidAs = ({ assignments }: Visit['actor'], permission: Permission): string => {
  const [held] = grantsOf(assignments, permission);
  return held ? assignmentText(held) : '';
};

/** Counties, and units of the record's own county: who could mend it. */
const assignChoices = (fix: FixInFull, places: readonly Place[]) =>
  [...new Set([fix.assignedTo, fix.place, ...places])]
    .filter((place) => place !== 'state')
    .filter(
      (place) =>
        kindOf(place) === 'county' || countyOf(fix.place) === null || countyOf(place) === countyOf(fix.place),
    )
    .map((value) => ({ value, label: placeName(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }));

export interface FixReading {
  readonly fix: FixInFull;
  readonly places: readonly Place[];
  readonly today: string;
}

export const fixView = ({ fix, places, today }: FixReading, { actor, url }: Pick<Visit, 'actor' | 'url'>) => {
  const { title, wrong, toDo, federalCheck } = fixRule(fix.rule, fix.sentence);
  const due = nextSubmission(federalFileOf(fix.table), today);
  const touched = fix.table === federalTable ? [] : measuresTouched(fix);
  const mayAssign = isAllowed(actor.assignments, fixesPolicy['fixes.assign']);
  return {
    id: fix.id,
    search: url.search,
    title,
    wrong: fix.sentence || wrong,
    toDo,
    record: recordText(fix),
    field: fieldText(fix.field),
    where: whereText(fix.place),
    assignedTo: `${whereText(fix.assignedTo)}${fix.forSupervisor ? ', the supervisor' : ''}`,
    state: stateText(fix),
    stateName: fix.state,
    saidAs: fix.saidFixedAs,
    seenIn: `data ${fix.seenIn.length === 1 ? 'version' : 'versions'} ${fix.seenIn.join(', ')}`,
    measures: touched.map((id) => ({ title: catalog[id].title, slug: catalog[id].slug })),
    federal: federalCheck ? federalCheckText(fix.checks, federalCheck) : null,
    due: fix.state === 'gone' ? null : `The next ${due.file} file is due ${dayText(due.dueOn)}.`,
    notes: fix.notes.map(({ text, saidAs: by, saidAt }) => ({
      text,
      by,
      at: instantText(saidAt.toISOString()),
    })),
    assign: mayAssign && fix.state !== 'gone' ? assignChoices(fix, places) : [],
    assignedPlace: fix.assignedTo,
    forSupervisor: fix.forSupervisor,
  };
};

export type FixView = ReturnType<typeof fixView>;
