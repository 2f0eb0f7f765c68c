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
 * through their eyes only where the room that strangers see is not there for them: mostly it is.
 *
 * Worked example: in a table of 2 × 2 one hidden cell makes all four hidden; in 3 × 3, four.
 *
 * Source: J. Castro, "A shortest-paths heuristic for statistical data protection in positive tables", INFORMS Journal on
 * Computing 19 (2007), pp. 520–533.
 */
import { leadFlow, leadThroughHidden, type Price, type Search, searchAround } from './flow-through-hidden.ts';
import { type CountRange, isWellHidden, type SmallCellRule } from './small-cell-rule.ts';
import type { InsiderView, Pipe, SumNetwork } from './sum-network.ts';

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
): CountRange => {
  const value = heldBy(network, pipe, count);
  const [from, to] = endsOf(network, pipe);
  const lead = (ends: [number, number], wanted: number): number =>
    leadThroughHidden(searchAround(network, pipe, count), ends, wanted);
  return {
    least: value - lead([from, to], Math.min(value, furthest)),
    most: value + lead([to, from], furthest),
  };
};

/** How far a count could be from what it is, by which ways: looked for as far as the rule asks. */
interface Room {
  readonly up: number;
  readonly down: number;
  readonly ways: readonly Search[];
}

/** Room upwards first: where that is enough, there is no need to look further. */
const roomAround = (network: SumNetwork, pipe: number, count: number, { threshold }: SmallCellRule): Room => {
  const value = heldBy(network, pipe, count);
  const [from, to] = endsOf(network, pipe);
  const [upwards, downwards] = [searchAround(network, pipe, count), searchAround(network, pipe, count)];
  const up = leadThroughHidden(upwards, [to, from], threshold + 1);
  if (up >= threshold || value + up <= threshold) return { up, down: 0, ways: [upwards] };
  const down = leadThroughHidden(downwards, [from, to], Math.min(value, threshold + 1));
  return { up, down, ways: [upwards, downwards] };
};

const isWide = (value: number, { up, down }: Room, rule: SmallCellRule): boolean =>
  isWellHidden({ least: value - Math.min(value, down), most: value + up }, rule);

/** Which pipes hold 0 of a count because a sum of 0 says so that stays shown. `isHidden`: as it was at first. */
const knownToBeNone = (
  { pipes, touching }: SumNetwork,
  count: number,
  isHidden: readonly boolean[],
): boolean[] => {
  const known = pipes.map(() => false);
  const isNone = (pipe: number): boolean =>
    known[pipe] ||
    (!isHidden[pipe] && !(pipes[pipe] as Pipe).mayBeHidden && (pipes[pipe] as Pipe).counts[count] === 0);
  const saysNone = (sum: number, isAbove: boolean): boolean => {
    const sided = (touching[sum] ?? []).filter((pipe) => {
      const { from, to } = pipes[pipe] as Pipe;
      return (isAbove ? to : from) === sum;
    });
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
  readonly isNone: (pipe: number, count: number) => boolean;
}

/** Looked up only for what could be told: of most cells nobody asks. */
const noneIn = (network: SumNetwork): Onlooker['isNone'] => {
  const isHidden = [...network.isHidden];
  const known = new Map<number, readonly boolean[]>();
  return (pipe, count) => {
    const own = known.get(count) ?? knownToBeNone(network, count, isHidden);
    known.set(count, own);
    return own[pipe] === true;
  };
};

const onlookers = (network: SumNetwork, views: readonly InsiderView[]): [Onlooker, ...Onlooker[]] => {
  const looking = (seen: SumNetwork, view: InsiderView | null): Onlooker => ({
    network: seen,
    view,
    isNone: noneIn(seen),
  });
  return [looking(network, null), ...views.map((view) => looking(view.network, view))];
};

/** Whether what a stranger could lead somewhere else, this insider could too. */
const canFollow = ({ differs, network: { pipes } }: InsiderView, { ways }: Room): boolean => {
  for (const pipe of differs) {
    const { counts, isKnown } = pipes[pipe] as Pipe;
    for (const { count, moved } of ways) {
      const amount = moved[pipe] as number;
      if (amount !== 0 && (isKnown || (counts[count] as number) + amount < 0)) return false;
    }
  }
  return true;
};

/** The first onlooker who could tell a count of this pipe too well. */
const whoTells = (
  [stranger, ...insiders]: readonly [Onlooker, ...Onlooker[]],
  pipe: number,
  count: number,
  rule: SmallCellRule,
): Onlooker | undefined => {
  const room = roomAround(stranger.network, pipe, count, rule);
  const isSafeFrom = ({ network }: Onlooker, own: Room): boolean =>
    isWide(heldBy(network, pipe, count), own, rule);
  if (!isSafeFrom(stranger, room)) return stranger.isNone(pipe, count) ? undefined : stranger;
  if (stranger.isNone(pipe, count)) return undefined;
  return insiders.find(
    (one) =>
      one.view?.guards(pipe) &&
      !(canFollow(one.view, room) && isSafeFrom(one, room)) &&
      !isSafeFrom(one, roomAround(one.network, pipe, count, rule)) &&
      !one.isNone(pipe, count),
  );
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
