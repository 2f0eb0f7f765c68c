/** AFCARS, in both its forms: one family of six-monthly submissions in which the later wins. */

import type { CanonicalTable } from '../../canonical.ts';
import { assessAfcars } from '../../quality/assess.ts';
import { isAfcars2020 } from '../afcars-2020/recognise.ts';
import { isLegacyAfcars } from '../afcars-legacy/recognise.ts';
import type { Contribution, Format, FormatReading, ReadContext, SourceFile } from '../format.ts';
import { giveTally, setAsideIn } from '../reading/problem-tally.ts';
import { loadSpools } from './load-spools.ts';
import type { PeriodFile } from './period-file.ts';
import { readPeriodFiles } from './read-period-files.ts';
import { resolveSubmissions } from './resolve.ts';
import { noteSubmissions } from './submission-notes.ts';

const tablesOf2020: readonly CanonicalTable[] = ['children', 'removals', 'placements', 'visits'];
const tablesOfLegacy: readonly CanonicalTable[] = ['children', 'removals'];

const checkAgency = (files: readonly PeriodFile[], { problems }: ReadContext): void => {
  const [first, ...others] = files;
  for (const { agency, file } of others)
    if (agency !== first?.agency)
      problems.stop({
        file: file.name,
        line: null,
        column: file.kind === 'afcars-2020' ? 'E1_title_iv_agency' : '1',
        value: agency,
        rule: 'agency-differs',
        sentence: `This file is of another agency than ${first?.file.name}. One version holds one agency's files.`,
      });
};

const contributionsOf = (files: readonly PeriodFile[]): Contribution[] => {
  const kinds = [...new Set(files.map(({ file }) => file.kind))].sort();
  const both = (table: CanonicalTable): Contribution => ({ table, relation: `afcars_${table}`, from: kinds });
  const onlyXml = (table: CanonicalTable): Contribution => ({ ...both(table), from: ['afcars-2020'] });
  const fromBoth = [both('children'), both('removals')];
  return kinds.includes('afcars-2020') ? [...fromBoth, onlyXml('placements'), onlyXml('visits')] : fromBoth;
};

/** The choices that resolve.sql makes; the README says why. */
const settings = {
  afcars_later_submission: 'wins per child',
  afcars_1993_keeps:
    'county, placement settings, recording days and trial home visit of an earlier submission',
  afcars_legacy: 'snapshots: latest removal of each period, earlier ones by elements 18 to 20, no placements',
  afcars_dropped_after: 'last period that holds an open episode',
} as const;

const read = async (files: readonly SourceFile[], context: ReadContext): Promise<FormatReading> => {
  const periods = await readPeriodFiles(files, context);
  checkAgency(periods, context);
  for (const { problems } of periods) giveTally(problems, context.problems);
  await loadSpools(periods, context.analytics);
  await resolveSubmissions(context.analytics);
  await noteSubmissions(context);
  return {
    files: periods.map(({ file, records, problems, periodEnd, sha256 }) => ({
      file,
      rows: records,
      setAside: setAsideIn(problems),
      periodEnd,
      fiscalYear: null,
      sha256,
    })),
    contributions: contributionsOf(periods),
    asOf: periods.at(-1)?.periodEnd ?? null,
    settings,
  };
};

export const afcarsFormat: Format = {
  kinds: ['afcars-2020', 'afcars-legacy'],
  brings: (files) => (files.some(({ kind }) => kind === 'afcars-2020') ? tablesOf2020 : tablesOfLegacy),
  recognise: (head) => (isAfcars2020(head) ? 'afcars-2020' : isLegacyAfcars(head) ? 'afcars-legacy' : null),
  read,
  assess: (_, context) => assessAfcars(context),
};
