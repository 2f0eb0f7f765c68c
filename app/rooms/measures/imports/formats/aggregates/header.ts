/** The header of a table of aggregates: which column holds what. */
import type { Breakdown } from '../../../catalog/definition-shape.ts';
import { splitLine } from '../reading/delimited-line.ts';

export const groupColumns: readonly Breakdown[] = [
  'county',
  'unit',
  'age',
  'race_ethnicity',
  'aian_any',
  'sex',
];

export interface Header {
  readonly width: number;
  readonly measure: number;
  readonly period: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly groups: readonly (readonly [name: Breakdown, place: number])[];
  /** Columns that mean nothing here. */
  readonly others: readonly string[];
}

const needed = ['measure', 'period', 'numerator', 'denominator'];

/** The header, when the line is one: it has the four columns that every table of aggregates has. */
export const findHeader = (line: string): Header | null => {
  const names = splitLine(line, ',')?.map((name) => name.trim().toLowerCase()) ?? [];
  if (needed.some((name) => !names.includes(name))) return null;
  const place = (name: string): number => names.indexOf(name);
  const groups = groupColumns
    .map((name): [Breakdown, number] => [name, place(name)])
    .filter(([, index]) => index >= 0);
  const known = new Set<string>([...needed, ...groupColumns]);
  return {
    width: names.length,
    measure: place('measure'),
    period: place('period'),
    numerator: place('numerator'),
    denominator: place('denominator'),
    groups,
    others: names.filter((name) => !known.has(name)),
  };
};
