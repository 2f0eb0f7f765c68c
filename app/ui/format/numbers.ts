/** Numbers as readers see them. A figure shows no more digits than the people behind it can bear. */

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** `12,345`; an en dash where there is none. */
export const countText = (count: number | null): string => (count === null ? '–' : grouped.format(count));

/** Making a format takes longer than all else about a number: each is made once. */
const formats = new Map<number, Intl.NumberFormat>();

const formatOf = (decimals: number): Intl.NumberFormat => {
  const known = formats.get(decimals);
  if (known) return known;
  const made = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formats.set(decimals, made);
  return made;
};

const fixed = (value: number, decimals: number): string =>
  formatOf(decimals).format(Object.is(value, -0) ? 0 : value);

/** What a value is counted in: percent where `per` is 100, else a rate per so many. */
export interface ValueUnit {
  readonly per: number;
}

/**
 * How many decimals a value bears. A percent has one from a denominator of 100 on (one person is then at most one
 * point), none below. A rate has two from 100 events on, one below.
 */
export const decimalsFor = (
  unit: ValueUnit,
  numerator: number | null,
  denominator: number | null,
): number => {
  if (unit.per === 100) return denominator !== null && denominator >= 100 ? 1 : 0;
  return numerator !== null && numerator >= 100 ? 2 : 1;
};

export interface Countable {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** `38.6%`, `4.31`; an en dash where there is no value. */
export const valueText = (cell: Countable, unit: ValueUnit): string => {
  if (cell.value === null) return '–';
  const text = fixed(cell.value, decimalsFor(unit, cell.numerator, cell.denominator));
  return unit.per === 100 ? `${text}%` : text;
};

/** `36.8–40.4`, in the decimals of its figure. */
export const intervalText = (
  interval: readonly [number, number] | null,
  cell: Countable,
  unit: ValueUnit,
): string => {
  if (interval === null) return '–';
  const decimals = decimalsFor(unit, cell.numerator, cell.denominator);
  return `${fixed(interval[0], decimals)}–${fixed(interval[1], decimals)}`;
};

/** A bare number for an axis: as few decimals as tell the ticks apart. */
export const tickText = (value: number, step: number): string =>
  fixed(value, Math.max(0, Math.min(3, Math.ceil(-Math.log10(step) - 1e-9))));

/** `4 MB`: sizes of files, one figure after the point under ten. */
export const sizeText = (bytes: number): string => {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const rank = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
  const size = bytes / 1000 ** rank;
  return `${fixed(size, rank === 0 || size >= 10 ? 0 : 1)} ${units[rank]}`;
};

/** `first`, `second` … `tenth`, then `11th`. */
export const ordinalText = (position: number): string =>
  ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'][
    position - 1
  ] ?? `${position}th`;

/** `no`, `one` … `ten`, then figures. */
export const smallCountText = (count: number): string =>
  ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][count] ??
  countText(count);
