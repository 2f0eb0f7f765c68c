/** The second reading is itself held against every vector, before anything is held against it. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Breakdown, catalog, type MeasureId, windowFrom } from '../../app/rooms/measures/public.ts';
import { vectorPath } from '../support/vector-rows.ts';
import type { Fraction } from './breakdowns.ts';
import { droppedIn, type Reading, secondReading } from './second-reading.ts';
import { vectorPackage } from './vector-package.ts';

interface ExpectedCell extends Fraction {
  readonly value?: number | null;
}

interface ExpectedMeasure extends Partial<ExpectedCell> {
  readonly final?: boolean;
  readonly by?: Partial<Record<Breakdown, Record<string, ExpectedCell>>>;
  readonly residence?: ExpectedCell;
  readonly completed?: ExpectedCell;
}

interface Expected {
  readonly window: string | { readonly first_day: string };
  readonly as_of: string;
  readonly measures: Partial<Record<MeasureId, ExpectedMeasure>>;
  readonly record_checks?: { readonly by_first_reason: Record<string, number> };
  readonly dropped?: Record<string, number>;
}

const read = (path: string): unknown => JSON.parse(readFileSync(vectorPath(path), 'utf8'));

const cell = (fraction: Fraction, per: number): ExpectedCell => ({
  ...fraction,
  value: fraction.denominator === 0 ? null : (per * fraction.numerator) / fraction.denominator,
});

/** The reading, cut to what the vector asserts. */
const asAsserted = (id: MeasureId, reading: Reading | undefined, expected: ExpectedMeasure) => {
  const per = catalog[id].unit.per;
  const shown = reading?.total
    ? cell(reading.total, per)
    : { numerator: null, denominator: null, value: null };
  const second = reading?.second ? cell(reading.second, per) : undefined;
  const by = Object.entries(reading?.by ?? {}).map(([breakdown, groups]) => [
    breakdown,
    Object.fromEntries(Object.entries(groups).map(([group, sum]) => [group, cell(sum, per)])),
  ]);
  const all = {
    ...shown,
    final: reading?.final,
    by: Object.fromEntries(by),
    residence: second,
    completed: second,
  };
  const cut = Object.entries(all).filter(([name]) => name in expected);
  const asserted = Object.fromEntries(cut) as ExpectedMeasure;
  return asserted.by !== undefined
    ? {
        ...asserted,
        by: Object.fromEntries(Object.entries(asserted.by).filter(([name]) => name in (expected.by ?? {}))),
      }
    : asserted;
};

/** Values agree to a billionth; everything else exactly. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, one) =>
    typeof one === 'number' ? Number(one.toPrecision(12)) : one,
  );

const hold = (folder: string, expected: Expected): void => {
  const { window, as_of: asOf } = expected;
  const rows = vectorPackage(folder);
  const ids = Object.keys(expected.measures) as MeasureId[];
  const from = typeof window === 'string' ? window : window.first_day;
  const readings = secondReading(rows, windowFrom(from), asOf, ids);
  for (const id of ids) {
    const measure = expected.measures[id] ?? {};
    expect(rounded(asAsserted(id, readings[id], measure)), `${folder} ${from} ${id}`).toEqual(
      rounded(measure),
    );
  }
  const dropped = expected.record_checks?.by_first_reason ?? expected.dropped;
  if (dropped) expect(droppedIn(rows, asOf)).toMatchObject(dropped);
};

test.each(readdirSync(vectorPath('cases')))('the case %s', (name) => {
  hold(`cases/${name}`, read(`cases/${name}/expected.json`) as Expected);
});

test.each([
  'package-2000',
  'formats/package-300',
  'formats/afcars2020-as-package',
  'formats/afcars2020-and-ncands-as-package',
])('the package %s, window by window', (folder) => {
  for (const expected of read(`${folder}-expected.json`) as Expected[]) hold(folder, expected);
});
