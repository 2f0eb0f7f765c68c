/** A series over time: one point a month or quarter, never overlapping windows. */

export type PointSign = 'improvement' | 'concern';

export interface RunPoint {
  readonly from: string;
  readonly to: string;
  /** Null where the period has no value; the line is broken there, nothing is guessed. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** In flight (false) is drawn hollow and never judged. */
  readonly isFinal: boolean;
  /** Set by the control chart, never by the picture. */
  readonly sign: PointSign | null;
  /** What is usual here; null in flight, without a value, or with fewer than 6 points. */
  readonly usual: UsualRange | null;
}

/** The usual range at one point. It is wider where fewer people stand behind the point. */
export interface UsualRange {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** Which baseline phase, from 0: phases are drawn apart. */
  readonly phase: number;
  /** Fewer than 13 points: drawn as dashed lines, no band. */
  readonly isTrial: boolean;
}

/** Something that was decided or changed on a day: a small numbered flag on the chart, a link beneath it. */
export interface ChartFlag {
  readonly on: string;
  readonly number: number;
  readonly label: string;
  readonly href: string;
}

/** A change of policy: a line across the picture on its day, with its name. */
export interface ChartChange {
  readonly on: string;
  readonly label: string;
  readonly href: string;
  /** True where what is counted changed with it: another usual range begins. */
  readonly isNewBaseline: boolean;
}

export interface RunSeries {
  readonly points: readonly RunPoint[];
  readonly changes?: readonly ChartChange[];
  /** In any order; numbers are the caller's, so that the same decision has the same number all over a page. */
  readonly flags?: readonly ChartFlag[];
  readonly unit: { readonly per: number };
  /** Counts start at zero; rates and shares keep an honest range round what was seen. */
  readonly startsAtZero: boolean;
  /**
   * False where figures in flight mislead the eye (children still have to be followed for months): the small chart then
   * leaves them out and says so. The table always holds them.
   */
  readonly showsInFlight: boolean;
}

/** The middle of a period, as the time scale wants it. */
export const middleOf = (period: { readonly from: string; readonly to: string }): Date =>
  new Date((Date.parse(period.from) + Date.parse(period.to)) / 2);

export type DrawablePoint = RunPoint & { readonly value: number };

export const hasValue = (point: RunPoint): point is DrawablePoint =>
  point.value !== null && Number.isFinite(point.value);

/** Final points and the usual range decide the scale; points in flight, still growing, do not stretch it. */
export const verticalRange = (series: RunSeries): [number, number] => {
  const shown = series.points.filter(hasValue);
  const finals = shown.filter((point) => point.isFinal);
  const values = (finals.length > 0 ? finals : shown).map((point) => point.value);
  const all = [...values, ...series.points.flatMap(({ usual }) => (usual ? [usual.lower, usual.upper] : []))];
  if (all.length === 0) return [0, 1];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const room = (high - low) * 0.18 || Math.abs(high) * 0.1 || 1;
  const ceiling = series.unit.per === 100 ? 100 : Number.POSITIVE_INFINITY;
  return [series.startsAtZero ? 0 : Math.max(0, low - room), Math.max(Math.min(ceiling, high + room), high)];
};

/** Points in flight outside the scale are left to the table; the picture says that they are still growing. */
const inView = (point: DrawablePoint, [low, high]: readonly [number, number]): boolean =>
  point.value >= low && point.value <= high;

export const drawnPoints = (series: RunSeries, scale: readonly [number, number]): DrawablePoint[] =>
  series.points
    .filter(hasValue)
    .filter((point) => point.isFinal || series.showsInFlight)
    .filter((point) => inView(point, scale));
