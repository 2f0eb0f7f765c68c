/**
 * How much more can be led through the hidden pipes of a network, and by which further pipes, if they were hidden too.
 * See sum-network.ts for what that says of hidden cells.
 *
 * Paths are found one after the other, the cheapest first (L. R. Ford and D. R. Fulkerson, Flows in Networks, 1962,
 * ch. I and III): along a pipe, which then takes more, or against it, which then gives up what it holds.
 */
import type { Pipe, SumNetwork } from './sum-network.ts';

/** What using a pipe costs, if `wanted` is to be led through the `room` it has: 0 once hidden, Infinity for never. */
export type Price = (pipe: number, room: number, wanted: number) => number;

/** Which count is moved, around which pipe, and what was led through each pipe so far. */
export interface Search {
  readonly network: SumNetwork;
  readonly count: number;
  readonly around: number;
  readonly moved: Int32Array;
}

export const searchAround = (network: SumNetwork, around: number, count: number): Search => ({
  network,
  count,
  around,
  moved: new Int32Array(network.pipes.length),
});

/** A step through a network: along pipe p is 2p, against it 2p + 1. Plain numbers, as there are millions of them. */
type Step = number;
const pipeOf = ({ network }: Search, step: Step): Pipe => network.pipes[step >> 1] as Pipe;
const isAgainst = (step: Step): boolean => (step & 1) === 1;
const startOf = (search: Search, step: Step): number =>
  isAgainst(step) ? pipeOf(search, step).to : pipeOf(search, step).from;

/** A hidden pipe may always take more, and give up what it holds. */
const roomOf = (search: Search, step: Step): number =>
  isAgainst(step)
    ? (pipeOf(search, step).counts[search.count] as number) + (search.moved[step >> 1] as number)
    : Number.POSITIVE_INFINITY;

/** For each sum the step that enters it last on the cheapest way from `start`; -1 where there is none. */
const cheapestSteps = (
  search: Search,
  start: number,
  end: number,
  price: Price,
  wanted: number,
): Int32Array => {
  const { touching, pipes } = search.network;
  const cost = new Float64Array(touching.length).fill(Number.POSITIVE_INFINITY);
  const last = new Int32Array(touching.length).fill(-1);
  const waiting = [start];
  cost[start] = 0;
  for (let next = 0; next < waiting.length && cost[end] !== 0; next += 1) {
    const sum = waiting[next] as number;
    for (const pipe of touching[sum] as readonly number[]) {
      const { from, to, isKnown } = pipes[pipe] as Pipe;
      const target = from === sum ? to : from;
      const soFar = cost[sum] as number;
      if (isKnown || pipe === search.around || soFar >= (cost[target] as number)) continue;
      const step = 2 * pipe + (from === sum ? 0 : 1);
      const room = roomOf(search, step);
      const there = room > 0 ? soFar + price(pipe, room, wanted) : Number.POSITIVE_INFINITY;
      if (there >= (cost[target] as number)) continue;
      cost[target] = there;
      last[target] = step;
      waiting.push(target);
    }
  }
  return last;
};

const cheapestPath = (search: Search, start: number, end: number, price: Price, wanted: number): Step[] => {
  const last = cheapestSteps(search, start, end, price, wanted);
  const path: Step[] = [];
  for (let sum = end; sum !== start; sum = startOf(search, path.at(-1) as Step)) {
    const step = last[sum] as Step;
    if (step < 0) return [];
    path.push(step);
  }
  return path;
};

/** A way through hidden pipes alone. There are none cheaper, so the first that is found will do. */
const hiddenPath = (search: Search, start: number, end: number, last: Int32Array): Step[] => {
  const { touching, pipes, isHidden } = search.network;
  const waiting = [start];
  last.fill(-1);
  for (let next = 0; next < waiting.length && last[end] === -1; next += 1) {
    const sum = waiting[next] as number;
    for (const pipe of touching[sum] as readonly number[]) {
      if (!isHidden[pipe] || pipe === search.around) continue;
      const { from, to, isKnown } = pipes[pipe] as Pipe;
      const target = from === sum ? to : from;
      if (isKnown || target === start || last[target] !== -1) continue;
      const step = 2 * pipe + (from === sum ? 0 : 1);
      if (roomOf(search, step) <= 0) continue;
      last[target] = step;
      waiting.push(target);
    }
  }
  const path: Step[] = [];
  for (let sum = end; sum !== start; sum = startOf(search, path[path.length - 1] as Step)) {
    const step = last[sum] as Step;
    if (step < 0) return [];
    path.push(step);
  }
  return path;
};

const lead = (
  search: Search,
  wanted: number,
  nextPath: (left: number) => readonly Step[],
  onWay: (pipe: number) => void,
): number => {
  let led = 0;
  while (led < wanted) {
    const path = nextPath(wanted - led);
    if (path.length === 0) break;
    const amount = path.reduce((least, step) => Math.min(least, roomOf(search, step)), wanted - led);
    for (const step of path) {
      search.moved[step >> 1] = (search.moved[step >> 1] as number) + (isAgainst(step) ? -amount : amount);
      onWay(step >> 1);
    }
    led += amount;
  }
  return led;
};

type Ends = readonly [start: number, end: number];

/**
 * Leads up to `wanted` from one sum to another, and says how much it was. `moved` is changed, and each pipe on the way
 * is named to `onWay`.
 */
export const leadFlow = (
  search: Search,
  [start, end]: Ends,
  wanted: number,
  price: Price,
  onWay: (pipe: number) => void = () => {},
): number => lead(search, wanted, (left) => cheapestPath(search, start, end, price, left), onWay);

/** The same through pipes that are hidden already. */
export const leadThroughHidden = (search: Search, [start, end]: Ends, wanted: number): number => {
  const last = new Int32Array(search.network.touching.length);
  return lead(
    search,
    wanted,
    () => hiddenPath(search, start, end, last),
    () => {},
  );
};
