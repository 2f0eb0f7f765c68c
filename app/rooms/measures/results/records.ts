/**
 * The de-identified records behind one figure: the facts that are summed, a page at a time, for those who may. Days are
 * given as months, a pseudonym stands for the child, and every reading is on record with what was asked and how much was
 * given.
 */
import { recordAudit } from '../../../commons/audit/writes.ts';
import type { Scope } from '../../../commons/permissions/scope.ts';
import { transactIn } from '../../../commons/permissions/transact-in.ts';
import type { Analytics } from '../../../platform/analytics/duckdb.ts';
import type { Database } from '../../../platform/database/database.ts';
import { catalog } from '../catalog/catalog.ts';
import type { MeasureId } from '../catalog/definition-shape.ts';
import { factsOf } from '../catalog/run.ts';
import { absenceOf } from './absence.ts';
import { refusal } from './answer.ts';
import type { Window } from './figure.ts';
import type { Pseudonyms } from './pseudonym.ts';
import { conditions, type Where } from './sums.ts';
import { type VersionFiles, withRun } from './version-files.ts';

export interface RecordsRequest {
  readonly measure: MeasureId;
  readonly window: Window;
  readonly where: Where;
  /** Records before the first one asked for. */
  readonly offset: number;
  readonly limit: number;
}

/** One child (or report) as one fact of the measure counts it. */
export interface FactRecord {
  readonly subject: string;
  /** `2026-03`: the month that puts it into the window. */
  readonly anchorMonth: string;
  readonly county: string | null;
  readonly unit: string | null;
  readonly ageBand: string | null;
  /** What is added to the denominator and to the numerator. */
  readonly exposure: number;
  readonly events: number;
  readonly secondExposure: number | null;
  readonly secondEvents: number | null;
  /** The month in which this fact is settled. */
  readonly settledMonth: string;
  readonly isSettled: boolean;
}

export interface RecordsRead {
  readonly records: readonly FactRecord[];
  readonly total: number;
  /** Sums over all of them, not the page alone. */
  readonly events: number;
  readonly exposure: number;
  /** Why there can be none, in one sentence; null where there can. */
  readonly absent: string | null;
}

export interface RecordsSource {
  readonly database: Database;
  readonly files: VersionFiles;
  readonly versionNumber: number;
  readonly names: Pseudonyms;
}

interface Row extends Record<string, unknown>, Omit<FactRecord, 'subject'> {
  readonly subject: string | null;
  readonly total: number;
  readonly allEvents: number | null;
  readonly allExposure: number | null;
}

/** Rows of the population stand in for nobody and are left out. Within a month the order is chance's, the same each time. */
const query = (
  { measure, offset, limit }: RecordsRequest,
  asOf: string,
  { condition, orderKey }: { readonly condition: string; readonly orderKey: string },
): string => `
  WITH found AS MATERIALIZED (
    SELECT subject_id AS subject, strftime(anchor_on, '%Y-%m') AS "anchorMonth", county, unit, age_band AS "ageBand",
      exposure::BIGINT AS exposure, events::BIGINT AS events, second_exposure::BIGINT AS "secondExposure",
      second_events::BIGINT AS "secondEvents", strftime(follow_up_ends_on, '%Y-%m') AS "settledMonth",
      follow_up_ends_on <= DATE '${asOf}' AS "isSettled", sha256(${orderKey} || subject_id) AS chance
    FROM (${factsOf(measure)}) ${condition} AND subject_id IS NOT NULL
  ), listed AS (
    SELECT * FROM found ORDER BY "anchorMonth" DESC, chance LIMIT ${limit} OFFSET ${offset}
  )
  SELECT total, "allEvents", "allExposure", listed.* EXCLUDE (chance)
  FROM (SELECT count(*) AS total, sum(events)::BIGINT AS "allEvents", sum(exposure)::BIGINT AS "allExposure" FROM found)
    LEFT JOIN listed ON true
  ORDER BY "anchorMonth" DESC, chance`;

const readRows = (
  analytics: Analytics,
  scope: Scope<'records.read'>,
  request: RecordsRequest,
  { files, names }: RecordsSource,
): Promise<Row[]> => {
  const { windows, where } = { windows: [request.window], where: request.where };
  const { sql, values } = conditions({ windows, where, within: scope });
  const order = { condition: sql, orderKey: `$${values.length + 1}` };
  return analytics.all<Row>(query(request, files.manifest.asOf, order), [...values, names.orderKey]);
};

const recordOf = (row: Row, nameOf: Pseudonyms['nameOf']): FactRecord[] => {
  const { total: _, allEvents: __, allExposure: ___, subject, ...record } = row;
  return subject === null ? [] : [{ ...record, subject: nameOf(subject) }];
};

const read = async (
  source: RecordsSource,
  scope: Scope<'records.read'>,
  request: RecordsRequest,
): Promise<RecordsRead> => {
  const { measure, window, where } = request;
  const { manifest } = source.files;
  const { asOf } = manifest;
  const asked = { measures: [measure], windows: [window], by: [], where, asOf, within: scope };
  const absent = absenceOf(catalog[measure], manifest) ?? refusal(measure, asked);
  if (absent !== null) return { records: [], total: 0, events: 0, exposure: 0, absent };
  const rows = await withRun(source.files, { measures: [measure], windows: [window], asOf }, (analytics) =>
    readRows(analytics, scope, request, source),
  );
  return {
    records: rows.flatMap((row) => recordOf(row, source.names.nameOf)),
    total: rows[0]?.total ?? 0,
    events: rows[0]?.allEvents ?? 0,
    exposure: rows[0]?.allExposure ?? 0,
    absent: null,
  };
};

/** Nothing is given before its reading is on record. Only what the scope reaches, whatever the request says. */
export const listRecords = async (
  source: RecordsSource,
  scope: Scope<'records.read'>,
  request: RecordsRequest,
): Promise<RecordsRead> => {
  const found = await read(source, scope, request);
  const { measure, window, where, offset } = request;
  await transactIn(source.database, scope, (tx) =>
    recordAudit(tx, scope, {
      event: 'records-read',
      subject: `data-version:${source.versionNumber}`,
      details: {
        ...{ measure, windowFrom: window.from, windowTo: window.to, offset },
        where: Object.entries(where)
          .map(([breakdown, group]) => `${breakdown}:${group}`)
          .join(' '),
        records: found.records.length,
      },
    }),
  );
  return found;
};
