/** Groups in their own order. Objects cannot be trusted with it: JavaScript puts the age `17` before all other keys. */
import type { Breakdown } from '../catalog/definition-shape.ts';
import type { Figure } from './figure.ts';

const ageBands = ['0-3 months', '4-11 months', '1-5', '6-10', '11-16', '17', 'unknown'];

export const compareAges = (a: string, b: string): number => ageBands.indexOf(a) - ageBands.indexOf(b);

/** Of an object by group: ages from the youngest on, others as they come. */
export const groupsInOrder = <T>(breakdown: string, groups: Readonly<Record<string, T>>): [string, T][] => {
  const entries = Object.entries(groups);
  return breakdown === 'age' ? entries.toSorted(([a], [b]) => compareAges(a, b)) : entries;
};

/** The breakdowns of a figure with their groups. */
export const breakdownsOf = ({ by }: Pick<Figure, 'by'>) =>
  (Object.keys(by) as Breakdown[]).map((breakdown) => ({
    breakdown,
    groups: groupsInOrder(breakdown, by[breakdown] ?? {}),
  }));

/** Stands before a key while JSON is written, so that none looks like a number; nobody's name holds it. */
const mark = '\u0000';
const markInJson = '"\\u0000';

const marked = (key: string, value: unknown): unknown =>
  key === 'age' && typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(groupsInOrder('age', { ...value }).map(([group, own]) => [`${mark}${group}`, own]))
    : value;

/** JSON for people and programs, its ages in their order. */
export const jsonInOrder = (value: unknown): string =>
  `${JSON.stringify(value, marked, 2).replaceAll(markInJson, '"')}\n`;
