/** P1, P5 and S1 once more in plain TypeScript, read from the definitions by hand, against the queries. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asOf, children, packageOf, window } from '../../../../tests/support/generated-cases.ts';
import { versionOfRows } from '../../../../tests/support/package-version.ts';
import { computeFigures } from './compute.ts';
import { addDays, addMonths } from './windows.ts';

type Rows = ReturnType<typeof packageOf>;
type Row = Readonly<Record<string, string | number | null>>;

interface Episode {
  readonly child: string;
  readonly removal: string;
  readonly discharge: string | null;
  readonly reason: string | null;
  readonly end: string | null;
  readonly birthday18: string;
  readonly hasReason: boolean;
}

const text = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined || value === '' ? null : String(value);
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

const readEpisode = (row: Row, birth: string): Episode | null => {
  const removal = String(row.removal_date);
  const written = text(row.discharge_date);
  const discharge = written !== null && written <= asOf ? written : null;
  const reason = discharge === null ? null : text(row.discharge_reason);
  const birthday18 = addMonths(birth, 216);
  if (removal > asOf || birth > removal || removal >= birthday18) return null;
  if (discharge !== null && discharge <= removal) return null;
  const turns = birthday18 <= (discharge ?? asOf);
  const end = turns ? birthday18 : discharge;
  const hasReason = discharge === null || reason !== null;
  return { child: String(row.child_id), removal, discharge, reason, end, birthday18, hasReason };
};

const episodesOf = (rows: Rows): Episode[] => {
  const births = new Map(rows.children.map((row) => [row.child_id, String(row.birth_date)]));
  return rows.removals
    .flatMap((row) => readEpisode(row, births.get(row.child_id ?? '') ?? '') ?? [])
    .toSorted((a, b) => (a.removal < b.removal ? -1 : 1));
};

const isShort = ({ removal, end }: Episode): boolean => end !== null && daysBetween(removal, end) < 8;
const isEntry = (episode: Episode): boolean =>
  episode.removal >= window.from && episode.removal <= window.to && !isShort(episode);

const placementsOf = (rows: Rows, { child, removal }: Episode): Row[] =>
  rows.placements
    .filter((row) => row.child_id === child && row.removal_date === removal && String(row.start_date) <= asOf)
    .toSorted((a, b) => (String(a.start_date) < String(b.start_date) ? -1 : 1));

const isPermanent = (rows: Rows, episode: Episode): boolean => {
  const { discharge, reason, removal, end } = episode;
  if (discharge === null || end !== discharge || episode.birthday18 <= discharge) return false;
  if (!['reunification', 'living_with_relative', 'adoption', 'guardianship'].includes(reason ?? ''))
    return false;
  const last = placementsOf(rows, episode)
    .filter((row) => String(row.start_date) < discharge)
    .at(-1);
  const began =
    reason === 'reunification' && last?.setting === 'trial_home_visit' ? String(last.start_date) : null;
  const tested = began !== null && daysBetween(began, discharge) > 30 ? addDays(began, 30) : discharge;
  return tested < addMonths(removal, 12);
};

const permanency = (rows: Rows): [number, number] => {
  const first = new Map<string, Episode>();
  for (const episode of episodesOf(rows)) {
    if (isEntry(episode) && episode.hasReason && !first.has(episode.child)) first.set(episode.child, episode);
  }
  const entries = [...first.values()];
  return [entries.filter((entry) => isPermanent(rows, entry)).length, entries.length];
};

const uncounted = ['runaway', 'trial_home_visit', 'respite', 'medical'];

/** The walk as one would do it with a finger on the list. */
const countMoves = (walked: readonly Row[], until: string): number => {
  let home: { provider: string | null; setting: string } | null = null;
  let wasAway = false;
  let moves = 0;
  for (const row of walked) {
    const setting = String(row.setting);
    if (uncounted.includes(setting)) {
      wasAway = true;
      continue;
    }
    let provider = text(row.provider_id);
    if (home !== null) {
      const isKnown = provider !== null && home.provider !== null;
      const isSame = isKnown ? provider === home.provider : wasAway && setting === home.setting;
      if (!isSame && String(row.start_date) <= until) moves += 1;
      if (isSame) provider ??= home.provider;
    }
    home = { provider, setting };
    wasAway = false;
  }
  return moves;
};

const stability = (rows: Rows): [number, number] => {
  let [moves, days] = [0, 0];
  for (const episode of episodesOf(rows).filter(isEntry)) {
    const walked = placementsOf(rows, episode).filter(
      (row) =>
        String(row.start_date) >= episode.removal &&
        (episode.end === null || String(row.start_date) < episode.end),
    );
    if (walked.length === 0) continue;
    moves += countMoves(walked, window.to);
    const until = episode.end !== null && episode.end <= window.to ? episode.end : window.to;
    days += daysBetween(episode.removal, until);
  }
  return [moves, days];
};

const daysIn = ({ removal, end }: Episode): number => {
  const hasEnded = end !== null && end <= window.to;
  if (removal < window.from) return hasEnded ? daysBetween(window.from, end) : 365;
  return daysBetween(removal, hasEnded ? end : window.to);
};

const hits = (episode: Episode, report: Row): boolean => {
  const on = String(report.report_date);
  const incident = text(report.incident_date);
  const { removal, end } = episode;
  if (report.afcars_id !== episode.child || on < window.from || on > window.to) return false;
  if (!['substantiated', 'indicated'].includes(String(report.disposition))) return false;
  if (on < addDays(removal, 7) || (end !== null && on >= end)) return false;
  return incident === null || (incident >= removal && (end === null || incident < end));
};

const keptReports = (days: readonly string[]): number => {
  let last: string | null = null;
  let kept = 0;
  for (const day of [...days].toSorted()) {
    if (last !== null && daysBetween(last, day) <= 1) continue;
    last = day;
    kept += 1;
  }
  return kept;
};

const maltreatment = (rows: Rows): [number, number] => {
  const eligible = episodesOf(rows).filter(
    (episode) =>
      episode.removal <= window.to &&
      (episode.end === null || episode.end >= window.from) &&
      episode.birthday18 > window.from &&
      !isShort(episode),
  );
  let [events, exposure] = [0, 0];
  for (const own of Map.groupBy(eligible, ({ child }) => child).values()) {
    const days = Math.min(
      365,
      own.reduce((sum, episode) => sum + daysIn(episode), 0),
    );
    if (days === 0) continue;
    exposure += days;
    const reports = rows.reports.filter((report) => own.some((episode) => hits(episode, report)));
    events += keptReports(reports.map((report) => String(report.report_date)));
  }
  return [events, exposure];
};

test('the queries of P1, P5 and S1 agree with the definitions read by hand', async () => {
  await fc.assert(
    fc.asyncProperty(children, async (generated) => {
      const rows = packageOf(generated);
      const version = await versionOfRows(rows, asOf);
      const measures = ['P1', 'P5', 'S1'] as const;
      const { figures } = await computeFigures(version, { measures, windows: [window], by: [], asOf });
      version.remove();
      const got = figures.map(({ numerator, denominator }) => [numerator, denominator]);
      expect(got).toEqual([permanency(rows), stability(rows), maltreatment(rows)]);
    }),
    { numRuns: 12 },
  );
});
