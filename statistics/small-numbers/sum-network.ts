/**
 * What can be told of hidden cells from the sums shown around them, exactly.
 *
 * Question: a table of counties and age groups is shown with both its totals, a few cells left out. Between which values
 * can a cell that was left out lie?
 *
 * Answer: think of each count as what flows through a pipe: from the total into counties, from counties into cells, from
 * cells into age groups, and back into the total. What flows into a sum flows out of it. Shown pipes are fixed, hidden
 * ones hold 0 or more. The most a hidden cell can hold is what it holds plus the largest flow that can be led back from
 * its end to its beginning through other hidden pipes (they may always take more, and give up what they hold); the
 * least is what it holds minus the largest flow from its beginning to its end. Capacities are whole numbers, so the
 * limits are reached by tables of whole numbers: these limits are exact, and no linear program can find narrower ones.
 *
 * Assumes that the attacker knows the sums, and that counts are whole and 0 or more; not that some group holds no child,
 * nor one of the hidden cells itself. One count of every cell is one network: events and complements move on their own.
 * Fits every family of sums in which each cell is part of at most two of them. Not for three-way tables with all two-way
 * sums shown: those are no network.
 *
 * Worked example: rows 20 and 30, columns 25 and 25, all four cells hidden: the first is 0 to 20.
 *
 * Source: L. R. Ford and D. R. Fulkerson, Flows in Networks (Princeton, 1962), ch. I; L. H. Cox, "Network models for
 * complementary cell suppression", Journal of the American Statistical Association 90 (1995), pp. 1453–1462.
 */
export interface Pipe {
  /** The sum it comes from and the sum it goes into, by number. */
  readonly from: number;
  readonly to: number;
  /** What it holds: each protected count of the cell. */
  readonly counts: readonly number[];
  /** What is lost when it is hidden. */
  readonly size: number;
  /** Margins were decided before, in a table of their own. */
  readonly mayBeHidden: boolean;
  /** True where whoever looks at the network knows it, hidden or not. */
  readonly isKnown?: boolean;
}

export interface SumNetwork {
  readonly pipes: readonly Pipe[];
  /** Of each sum, the pipes that begin or end there. */
  readonly touching: readonly (readonly number[])[];
  /** Of each pipe; `hideUntilSafe` adds to it. */
  readonly isHidden: boolean[];
}

export const sumNetwork = (pipes: readonly Pipe[], isHidden: boolean[]): SumNetwork => {
  const sums = pipes.reduce((most, { from, to }) => Math.max(most, from + 1, to + 1), 0);
  const touching = Array.from({ length: sums }, (): number[] => []);
  pipes.forEach(({ from, to }, pipe) => {
    touching[from]?.push(pipe);
    touching[to]?.push(pipe);
  });
  return { pipes, touching, isHidden };
};

/** The network as somebody sees it who knows some pipes whole, and of others a part. */
export interface InsiderView {
  readonly network: SumNetwork;
  /** Pipes that the insider sees otherwise than strangers do. */
  readonly differs: ReadonlySet<number>;
  /** Which pipes are to be kept from this insider. */
  readonly guards: (pipe: number) => boolean;
}

/** @param known of a pipe the part of its counts that is known; `null`: all of it */
export const insiderView = (
  { pipes, touching, isHidden }: SumNetwork,
  known: ReadonlyMap<number, readonly number[] | null>,
  guards: (pipe: number) => boolean,
): InsiderView => {
  const seen = pipes.map((pipe, index): Pipe => {
    const part = known.get(index);
    if (part === undefined) return pipe;
    if (part === null) return { ...pipe, isKnown: true };
    return { ...pipe, counts: pipe.counts.map((count, at) => count - (part[at] ?? 0)) };
  });
  const isKept = (pipe: number): boolean => known.get(pipe) !== null && guards(pipe);
  return { network: { pipes: seen, touching, isHidden }, differs: new Set(known.keys()), guards: isKept };
};
