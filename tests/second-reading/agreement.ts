/** What the measures say beside what the second reading says, cell by cell. */
import type { Day } from '../../app/platform/clock.ts';
import {
  type Breakdown,
  type Cell,
  catalog,
  computeFigures,
  type Figure,
  type MeasureId,
  measureIds,
  type VersionFiles,
  type Window,
} from '../../app/rooms/measures/public.ts';
import type { Fraction } from './breakdowns.ts';
import type { CaseRows } from './case-rows.ts';
import { droppedIn, type Reading, secondReading } from './second-reading.ts';

const breakdowns: readonly Breakdown[] = ['county', 'unit', 'age', 'race_ethnicity', 'aian_any', 'sex'];

type Shown = Readonly<Record<string, string>>;

const words = (cell: Fraction | Cell | null): string =>
  cell === null || cell.denominator === null ? 'no value' : `${cell.numerator}/${cell.denominator}`;

const groups = (by: Reading['by'] | Figure['by'], carried: readonly Breakdown[]): Shown =>
  Object.fromEntries(
    carried.flatMap((breakdown) =>
      Object.entries(by[breakdown] ?? {}).map(([group, cell]) => [`${breakdown} ${group}`, words(cell)]),
    ),
  );

const shown = (measure: MeasureId, figure: Reading | Figure, total: Fraction | Cell | null): Shown => ({
  total: words(total),
  final: String(figure.final),
  ...(catalog[measure].second ? { second: words(figure.second) } : {}),
  ...groups(figure.by, measure === 'C2' ? [] : catalog[measure].breakdowns),
});

export interface Agreement {
  /** `P1 2022-10-01…2023-09-30 as of 2024-09-30 county Alder: measures 1/2, second reading 0/2` */
  readonly disagreements: readonly string[];
  readonly compared: number;
}

const differences = (where: string, measured: Shown, read: Shown): string[] =>
  [...new Set([...Object.keys(measured), ...Object.keys(read)])]
    .filter((name) => measured[name] !== read[name])
    .map((name) => `${where} ${name}: measures ${measured[name]}, second reading ${read[name]}`);

/** Every total, second figure, group and `final` of all measures and windows, and the dropped records. */
export const agreementOn = async (
  rows: CaseRows,
  files: VersionFiles,
  windows: readonly Window[],
  asOf: Day,
): Promise<Agreement> => {
  const begun = windows.filter(({ from }) => from <= asOf);
  const request = { measures: measureIds, windows: begun, by: breakdowns, asOf };
  const { figures, dropped } = await computeFigures(files, request);
  const readings = new Map(
    begun.map((window) => [window.from + window.to, secondReading(rows, window, asOf, measureIds)]),
  );
  let compared = 0;
  const disagreements = figures.flatMap((figure) => {
    const { measure, window } = figure;
    const reading = readings.get(window.from + window.to)?.[measure];
    if (!reading) throw new Error(`The second reading has no ${measure}.`);
    const measured = shown(measure, figure, figure);
    compared += Object.keys(measured).length;
    const where = `${measure} ${window.from}…${window.to} as of ${asOf}`;
    return differences(where, measured, shown(measure, reading, reading.total));
  });
  const ownDropped = droppedIn(rows, asOf);
  if (JSON.stringify(dropped) !== JSON.stringify(ownDropped)) {
    disagreements.push(
      `dropped as of ${asOf}: ${JSON.stringify(dropped)}, second reading ${JSON.stringify(ownDropped)}`,
    );
  }
  return { disagreements, compared: compared + Object.keys(ownDropped).length };
};
