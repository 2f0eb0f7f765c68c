/** The fix list as plain data: a sentence, choices, groups by what is wrong, and how far each place is. */
import { nameOf, type Place } from '../../../commons/permissions/place.ts';
import {
  catalog,
  type Fix,
  type FixList,
  type FixTally,
  federalFileOf,
  federalTable,
  fixRule,
  measuresTouched,
  nextSubmission,
} from '../../../rooms/measures/public.ts';
import { dayText, monthText } from '../../../ui/format/days.ts';
import { countText, smallCountText } from '../../../ui/format/numbers.ts';
import { federalCheckText } from './federal-check-text.ts';
import { fixFilterRows } from './fix-filters.ts';
import { isAt, partsTable, sum } from './fix-parts.ts';
import { fieldText, recordText, shareInWords, stateText, whereText } from './fix-words.ts';
import type { FixesAsked } from './fixes-asked.ts';

export const fixesPerPage = 50;

export interface FixRow {
  readonly id: string;
  readonly record: string;
  readonly field: string;
  /** What is wrong with it, where that is not what the group says. */
  readonly says: string | null;
  readonly where: string;
  readonly state: string;
  /** Somebody may say that it is mended. */
  readonly isWaiting: boolean;
}

export interface FixGroup {
  readonly rule: string;
  readonly title: string;
  readonly wrong: string;
  readonly toDo: string;
  readonly measures: readonly { readonly title: string; readonly slug: string }[];
  readonly federal: string | null;
  /** How many there are of it when not all are on this page. */
  readonly inAll: string;
  readonly notListed: string | null;
  readonly rows: readonly FixRow[];
}

const rowOf = (fix: Fix, groupSays: string): FixRow => ({
  id: fix.id,
  record: recordText(fix),
  field: fieldText(fix.field),
  says: fix.sentence === groupSays ? null : fix.sentence,
  where: `${whereText(fix.assignedTo)}${fix.forSupervisor ? ', the supervisor' : ''}`,
  state: stateText(fix),
  isWaiting: fix.state === 'open' || fix.state === 'still-there',
});

interface Grouping {
  readonly list: FixList;
  readonly tallies: readonly FixTally[];
}

const touchedBy = (fixes: readonly Fix[]) => [
  ...new Set(fixes.flatMap((fix) => (fix.table === federalTable ? [] : measuresTouched(fix)))),
];

const groupOf = (rule: string, fixes: readonly Fix[], { list, tallies }: Grouping): FixGroup => {
  const [first] = fixes;
  const words = fixRule(rule, first?.sentence ?? '');
  const counts = list.found?.[rule];
  const inAll = tallies.filter((tally) => tally.rule === rule).reduce((sum, tally) => sum + tally.fixes, 0);
  return {
    rule,
    title: words.title,
    wrong: words.wrong,
    toDo: words.toDo,
    measures: touchedBy(fixes).map((id) => ({ title: catalog[id].title, slug: catalog[id].slug })),
    federal: words.federalCheck ? federalCheckText(list.checks, words.federalCheck) : null,
    inAll: countText(inAll),
    notListed:
      counts && counts.found > counts.listed
        ? `Of ${countText(counts.found)} in the whole state, ${countText(counts.listed)} are listed: so many are a fault of a system, not of records.`
        : null,
    rows: fixes.map((fix) => rowOf(fix, words.wrong)),
  };
};

const heading = (at: Place, waiting: number): string => {
  const name = at === 'state' ? 'the state' : nameOf(at);
  if (waiting === 0) return `No record of ${name} waits to be mended`;
  const count = smallCountText(waiting);
  return `${count.charAt(0).toUpperCase()}${count.slice(1)} ${waiting === 1 ? 'record' : 'records'} of ${name} to mend`;
};

/** Only of the files that something here goes into. */
const dueSentences = (list: FixList, today: string): string[] => {
  const files = new Set(
    list.fixes.filter(({ state }) => state !== 'gone').map(({ table }) => federalFileOf(table)),
  );
  return [...files].map((file) => {
    const { endsOn, dueOn } = nextSubmission(file, today);
    return `To count in the next ${file} file (to ${monthText(endsOn)}), a record must be right before it is sent: due ${dayText(dueOn)}.`;
  });
};

const addressOf = (url: URL, page: number): string => {
  const params = new URLSearchParams(url.search);
  params.set('page', String(page));
  return `${url.pathname}?${params}`;
};

export interface FixesReading {
  readonly asked: FixesAsked;
  readonly list: FixList;
  readonly version: { readonly number: number; readonly asOf: string };
  readonly today: string;
  readonly mayMake: boolean;
}

export const fixesView = ({ asked, list, version, today, mayMake }: FixesReading, url: URL, page: number) => {
  const { at } = asked.filter;
  const here = list.tallies.filter(({ assignedTo }) => isAt(at, assignedTo));
  const shown = here.filter(({ state }) => asked.filter.states.includes(state));
  const groups = Map.groupBy(list.fixes, ({ rule }) => rule);
  const pages = Math.max(1, Math.ceil(list.total / fixesPerPage));
  const parts = partsTable(at, here);
  return {
    isMade: list.found !== null,
    mayMake,
    version: version.number,
    asOf: dayText(version.asOf),
    heading: heading(at, sum(here, ['open', 'still-there'])),
    said: sum(here, ['said-fixed']),
    gone: sum(here, ['gone']),
    share: shareInWords(sum(here, ['gone']), sum(here, ['open', 'still-there', 'said-fixed', 'gone'])),
    due: dueSentences(list, today),
    filters: fixFilterRows(asked, list.tallies, here),
    search: url.search,
    groups: [...groups].map(([rule, fixes]) => groupOf(rule, fixes, { list, tallies: shown })),
    parts: parts.rows.length > 1 ? parts : null,
    page: countText(page),
    pages: countText(pages),
    earlier: page > 1 ? addressOf(url, Math.min(page - 1, pages)) : null,
    later: page < pages ? addressOf(url, page + 1) : null,
  };
};

export type FixesView = ReturnType<typeof fixesView>;
