/** What the steps from one route to the other show, measure by measure and window by window. */
import type { Analytics, Row } from '../../app/platform/analytics/duckdb.ts';
import type { MeasureId } from '../../app/rooms/measures/catalog/definition-shape.ts';
import { classes } from './classes.ts';

export interface StepSum extends Row {
  readonly measure: MeasureId;
  readonly window_from: string;
  /** 0 is the package; each further step has one class of difference more; the last is the federal files. */
  readonly step: number;
  readonly events: number;
  readonly exposure: number;
  readonly second_events: number | null;
  readonly second_exposure: number | null;
}

export interface ChangedSubjects extends Row {
  readonly measure: MeasureId;
  readonly window_from: string;
  readonly step: number;
  readonly subjects: number;
}

const changesSql = `
  CREATE OR REPLACE TABLE changes AS
  WITH now AS (FROM facts WHERE step > 0),
    before AS (SELECT * REPLACE (step + 1 AS step) FROM facts WHERE step < ${classes.length})
  SELECT DISTINCT step, measure, window_from, subject_id
  FROM ((FROM now EXCEPT ALL FROM before) UNION ALL (FROM before EXCEPT ALL FROM now))`;

/** Finds whose facts change at which step; call it once, after `takeSteps`. */
export const findChanges = (analytics: Analytics): Promise<void> => analytics.run(changesSql);

export const stepSums = (analytics: Analytics): Promise<StepSum[]> =>
  analytics.all<StepSum>(
    `SELECT measure, window_from, step, sum(events)::DOUBLE AS events, sum(exposure)::DOUBLE AS exposure,
       sum(second_events)::DOUBLE AS second_events, sum(second_exposure)::DOUBLE AS second_exposure
     FROM facts GROUP BY ALL ORDER BY ALL`,
  );

export const changedSubjects = (analytics: Analytics): Promise<ChangedSubjects[]> =>
  analytics.all<ChangedSubjects>(
    'SELECT measure, window_from, step, count(*) AS subjects FROM changes GROUP BY ALL ORDER BY ALL',
  );

/** Facts that the last step has otherwise than the federal version: the classes do not tell everything. */
export const leftOver = (analytics: Analytics): Promise<Row[]> => {
  const last = `SELECT * EXCLUDE (step) FROM facts WHERE step = ${classes.length}`;
  return analytics.all(`
    (SELECT 'classes alone' AS which, * FROM (${last} EXCEPT ALL FROM federal_facts)) UNION ALL
    (SELECT 'federal alone', * FROM (FROM federal_facts EXCEPT ALL ${last})) ORDER BY ALL LIMIT 20`);
};

/** Subjects whose fact changes at a step though none of their own records has a difference of that class. */
export const changedByOthers = (analytics: Analytics): Promise<Row[]> => {
  const steps = classes.map(({ id }, at) => `(${at + 1}, '${id}')`).join(', ');
  return analytics.all(`
    WITH touched AS (
      SELECT step, unnest([child_id, report_id]) AS subject_id
      FROM differences JOIN (VALUES ${steps}) AS named (step, class) USING (class)
    )
    SELECT step, measure, window_from, subject_id FROM changes ANTI JOIN touched USING (step, subject_id)`);
};
