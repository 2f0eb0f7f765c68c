/** What each measure's folder says about its measure. Everything a figure must carry that is not a number. */

export const measureIds = [
  'S1', 'S2', 'P1', 'P2', 'P3', 'P4', 'P5', 'H1', 'H2', 'H3', 'H4', 'H5', 'C1', 'C2',
] as const; // biome-ignore format: one line reads as the list it is

export type MeasureId = (typeof measureIds)[number];
export type MeasureKind = 'outcome' | 'practice' | 'compliance' | 'balancing';
export type Direction = 'up' | 'down' | 'neither';
export type Breakdown = 'county' | 'unit' | 'age' | 'race_ethnicity' | 'aian_any' | 'sex';

export interface MeasureDefinition {
  readonly id: MeasureId;
  /** Folder name and URL segment: `permanency-in-12-months`. */
  readonly slug: string;
  /** Short name for tables and charts: "Permanency in 12 months, children entering care". */
  readonly title: string;
  /** The question in plain words a caseworker would ask. */
  readonly question: string;
  readonly numeratorInWords: string;
  readonly denominatorInWords: string;
  readonly kind: MeasureKind;
  readonly direction: Direction;
  readonly unit: { readonly per: number; readonly words: string; readonly short: string };
  /** How the interval is made: a share of subjects (Wilson) or events over exposure (exact Poisson). */
  readonly interval: 'wilson' | 'poisson';
  /** The counter-measure that must be shown with it. */
  readonly partner: MeasureId;
  /** Without these tables the measure has no value. */
  readonly tables: readonly (
    | 'removals'
    | 'placements'
    | 'reports'
    | 'population'
    | 'visits'
    | 'investigations'
  )[];
  /** When a figure for a window ending on day E is final. */
  readonly followUp: { readonly months: number; readonly days: number };
  /** True where pending reports keep a figure in flight (S1, S2, H2, H4). */
  readonly restsOnDispositions: boolean;
  readonly breakdowns: readonly Breakdown[];
  /** Breakdowns this measure cannot carry, each with the reason in one sentence. */
  readonly notCarried: Readonly<Partial<Record<Breakdown, string>>>;
  /** True where facts say which Nation a child is a member of: a Nation can be shown its own children. */
  readonly carriesNation: boolean;
  /** On which day the child's age is taken for the age bands; null where age is not carried. */
  readonly ageOn: string | null;
  /** What the second figure is (C1 residence, C2 completed). */
  readonly second?: { readonly name: 'residence' | 'completed'; readonly words: string };
  readonly settings: readonly {
    readonly name: string;
    readonly value: string;
    readonly words: string;
    readonly isChoice: boolean;
  }[];
  readonly source: string;
  /** What the month and quarter series of this measure count, in words. */
  readonly seriesInWords: string;
  readonly nationalPerformance: number | null;
  readonly version: string;
}
