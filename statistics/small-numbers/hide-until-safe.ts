/**
 * Hides further cells of a table until no hidden one can be told from the sums.
 *
 * Question: a cell of 4 is left out of a table with totals, and can be found by subtraction. Which other cells must be
 * left out with it, and how few will do?
 *
 * Method: cells are taken in turn, smallest first. What can be told of a cell is found exactly (sum-network.ts). Where
 * that is too much, room is made: the cheapest paths from its end back to its beginning are hidden, small cells being
 * cheap and cells without a child dear, until enough could have flowed there. Every protected count (events, complement)
 * must be safe on its own, and all share one pattern. Hiding a cell never makes another one easier to tell, so each cell
 * need be looked at once. It is a good pattern, not the smallest: to find that one is NP-hard.
 *
 * A count is left alone where a shown sum of 0 already says that it is 0.
 *
 * Insiders (insider.ts) are further networks over the same pattern, with what they know taken out. A cell is looked at
 * through their eyes only where its room rests on what they know: most do not.
 *
 * Worked example: in a table of 2 × 2 one hidden cell makes all four hidden; in 3 × 3, four.
 *
 * Source: J. Castro, "A shortest-paths heuristic for statistical data protection in positive tables", INFORMS Journal on
 * Computing 19 (2007), pp. 520–533.
 */
import { leadFlow, type Price, searchAround } from './flow-through-hidden.ts';
import { type CountRange, isWellHidden, type SmallCellRule } from './small-cell-rule.ts';
import type { InsiderView, Pipe, SumNetwork } from './sum-network.ts';

const throughHidden =
  ({ isHidden }: SumNetwork): Price =>
  (pipe) =>
    isHidden[pipe] ? 0 : Number.POSITIVE_INFINITY;

const withoutChildren = 1e6;

const throughSmall =
  ({ isHidden, pipes }: SumNetwork): Price =>
  (pipe, room, wanted) => {
    if (isHidden[pipe]) return 0;
    const { mayBeHidden, size } = pipes[pipe] as Pipe;
    if (!mayBeHidden) return Number.POSITIVE_INFINITY;
    return (size === 0 ? withoutChildren : 1 + Math.log2(size)) * Math.max(1, wanted / room);
  };

const endsOf = ({ pipes }: SumNetwork, pipe: number): [from: number, to: number] => {
  const { from, to } = pipes[pipe] as Pipe;
  return [from, to];
};

const heldBy = ({ pipes }: SumNetwork, pipe: number, count: number): number =>
  (pipes[pipe] as Pipe).counts[count] ?? 0;

/** The values that a count of a hidden cell could have, of all that is shown; looked for up to `furthest` each way. */
export const rangeOf = (
  network: SumNetwork,
  pipe: number,
  count: number,
  furthest = Number.MAX_SAFE_INTEGER,
  onWay: (pipe: number) => void = () => {},
): CountRange => {
  const value = heldBy(network, pipe, count);
  const [from, to] = endsOf(network, pipe);
  const lead = (ends: [number, number], wanted: number): number =>
    leadFlow(searchAround(network, pipe, count), ends, wanted, throughHidden(network), onWay);
  return {
    least: value - lead([from, to], Math.min(value, furthest)),
    most: value + lead([to, from], furthest),
  };
};

const isSafe = (
  network: SumNetwork,
  pipe: number,
  count: number,
  rule: SmallCellRule,
  onWay?: (pipe: number) => void,
): boolean => isWellHidden(rangeOf(network, pipe, count, rule.threshold + 1, onWay), rule);

/** Which pipes hold 0 of a count because a sum of 0 says so that stays shown. */
const knownToBeNone = (network: SumNetwork, count: number): boolean[] => {
  const { pipes, touching, isHidden } = network;
  const known = pipes.map(() => false);
  const isNone = (pipe: number): boolean =>
    known[pipe] ||
    (!isHidden[pipe] && !(pipes[pipe] as Pipe).mayBeHidden && heldBy(network, pipe, count) === 0);
  const saysNone = (sum: number, isAbove: boolean): boolean => {
    const sided = (touching[sum] ?? []).filter((pipe) => endsOf(network, pipe)[isAbove ? 1 : 0] === sum);
    return sided.length > 0 && sided.every(isNone);
  };
  for (let isChanging = true; isChanging; ) {
    isChanging = false;
    pipes.forEach(({ from, to }, pipe) => {
      if (known[pipe] || !(saysNone(from, true) || saysNone(to, false))) return;
      known[pipe] = true;
      isChanging = true;
    });
  }
  return known;
};

/** Hides what gives a hidden cell room in one count; names what it hides. */
const makeRoom = (
  network: SumNetwork,
  pipe: number,
  count: number,
  { threshold }: SmallCellRule,
  onHidden: (pipe: number) => void,
): void => {
  const value = heldBy(network, pipe, count);
  const [from, to] = endsOf(network, pipe);
  const lead = (ends: [number, number], wanted: number): number =>
    leadFlow(searchAround(network, pipe, count), ends, wanted, throughSmall(network), onHidden);
  const down = value - rangeOf(network, pipe, count, threshold).least;
  const up = lead([to, from], Math.max(threshold + 1 - value, threshold - down));
  if (up + down < threshold) lead([from, to], Math.min(value, threshold - up));
};

/** Whoever looks at the network, with what is plainly 0 to each. */
interface Onlooker {
  readonly network: SumNetwork;
  readonly view: InsiderView | null;
  readonly none: readonly (readonly boolean[])[];
}

const onlookers = (network: SumNetwork, views: readonly InsiderView[]): [Onlooker, ...Onlooker[]] => {
  const counts = network.pipes[0]?.counts ?? [];
  const looking = (seen: SumNetwork, view: InsiderView | null): Onlooker => ({
    network: seen,
    view,
    none: counts.map((_, count) => knownToBeNone(seen, count)),
  });
  return [looking(network, null), ...views.map((view) => looking(view.network, view))];
};

/** The first onlooker who could tell a count of this pipe too well. */
const whoTells = (
  [stranger, ...insiders]: readonly [Onlooker, ...Onlooker[]],
  pipe: number,
  count: number,
  rule: SmallCellRule,
): Onlooker | undefined => {
  const used = new Set([pipe]);
  const tells = ({ network, none }: Onlooker, onWay?: (pipe: number) => void): boolean =>
    !none[count]?.[pipe] && !isSafe(network, pipe, count, rule, onWay);
  if (stranger.none[count]?.[pipe]) return undefined;
  if (tells(stranger, (step) => used.add(step))) return stranger;
  const restsOn = ({ differs }: InsiderView): boolean => [...used].some((step) => differs.has(step));
  return insiders.find((one) => one.view?.guards(pipe) && restsOn(one.view) && tells(one));
};

/** Says of a hidden pipe whether it can be told too well from the sums, by strangers or insiders. */
export const tellable = (
  network: SumNetwork,
  rule: SmallCellRule,
  views: readonly InsiderView[] = [],
): ((pipe: number) => boolean) => {
  const looking = onlookers(network, views);
  const counts = [...(network.pipes[0]?.counts ?? []).keys()];
  return (pipe) => counts.some((count) => whoTells(looking, pipe, count, rule) !== undefined);
};

/**
 * Adds to `network.isHidden` until every hidden cell is well hidden. Says whether it could: margins that are themselves
 * safe (each count, and what is left of the total, 0 or above the threshold) leave always a way.
 */
export const hideUntilSafe = (
  network: SumNetwork,
  rule: SmallCellRule,
  views: readonly InsiderView[] = [],
): boolean => {
  const { pipes, isHidden } = network;
  const size = (pipe: number): number => (pipes[pipe] as Pipe).size;
  const waiting = [...pipes.keys()]
    .filter((pipe) => isHidden[pipe])
    .sort((a, b) => size(a) - size(b) || a - b);
  const hide = (pipe: number): void => {
    if (isHidden[pipe]) return;
    isHidden[pipe] = true;
    waiting.push(pipe);
  };
  const hideAll = (): void => {
    for (const [pipe, { mayBeHidden }] of pipes.entries()) if (mayBeHidden) hide(pipe);
  };
  const looking = onlookers(network, views);
  const counts = [...(pipes[0]?.counts ?? []).keys()];
  let isAllSafe = true;
  for (const pipe of waiting) {
    for (const count of counts) {
      let last: Onlooker | undefined;
      for (let who = whoTells(looking, pipe, count, rule); who; who = whoTells(looking, pipe, count, rule)) {
        if (who === last) {
          hideAll();
          isAllSafe &&= whoTells(looking, pipe, count, rule) === undefined;
          break;
        }
        makeRoom(who.network, pipe, count, rule, hide);
        last = who;
      }
    }
  }
  return isAllSafe;
};
