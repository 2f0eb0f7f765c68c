/**
 * Chance that can be looked up again: every draw is a pure function of (seed, subject, purpose, counter), so that
 * changing what happens to one child, or adding a draw for one purpose, leaves all others as they were.
 * The mixing is pcg3d (Jarzynski and Olano, "Hash Functions for GPU Rendering", JCGT 9(3), 2020).
 */

const multiplier = 1664525;
const increment = 1013904223;
const perUnit = 1 / 4294967296;

/** A stable 32-bit number for a purpose's name (FNV-1a). */
const numberOf = (name: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
};

const purposes = new Map<string, number>();

const purposeNumber = (name: string): number => {
  const known = purposes.get(name);
  if (known !== undefined) return known;
  const number = numberOf(name);
  purposes.set(name, number);
  return number;
};

export class Stream {
  #x: number;
  #y: number;
  #counter = 0;
  #second = 0;
  #third = 0;
  #left = 0;

  /** `a` and `b` name the subject: any two whole numbers below 2^32. */
  constructor(seed: number, purpose: string, a: number, b: number) {
    this.#x = (seed ^ purposeNumber(purpose)) | 0;
    this.#y = a | 0;
    this.#counter = b | 0;
    const first = this.#mixed();
    this.#x = first | 0;
    this.#y = this.#second | 0;
    this.#counter = 0;
    this.#left = 0;
  }

  #mixed(): number {
    let x = (Math.imul(this.#x, multiplier) + increment) | 0;
    let y = (Math.imul(this.#y, multiplier) + increment) | 0;
    let z = (Math.imul(this.#counter, multiplier) + increment) | 0;
    x = (x + Math.imul(y, z)) | 0;
    y = (y + Math.imul(z, x)) | 0;
    z = (z + Math.imul(x, y)) | 0;
    x ^= x >>> 16;
    y ^= y >>> 16;
    z ^= z >>> 16;
    x = (x + Math.imul(y, z)) | 0;
    y = (y + Math.imul(z, x)) | 0;
    z = (z + Math.imul(x, y)) | 0;
    this.#second = y;
    this.#third = z;
    return x;
  }

  /** Uniform in (0, 1), never 0 or 1. */
  next(): number {
    if (this.#left === 0) {
      this.#counter = (this.#counter + 1) | 0;
      this.#left = 2;
      return ((this.#mixed() >>> 0) + 0.5) * perUnit;
    }
    this.#left -= 1;
    return (((this.#left === 1 ? this.#second : this.#third) >>> 0) + 0.5) * perUnit;
  }

  isTrue(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from 0 to `count` - 1. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** Index into `weights`, each with its weight; they need not sum to 1. */
  index(weights: readonly number[]): number {
    let total = 0;
    for (const weight of weights) total += weight;
    let rest = this.next() * total;
    for (let at = 0; at < weights.length; at++) {
      rest -= weights[at] ?? 0;
      if (rest < 0) return at;
    }
    return weights.length - 1;
  }

  pick<T>(choices: readonly (readonly [T, number])[]): T {
    let total = 0;
    for (const [, weight] of choices) total += weight;
    let rest = this.next() * total;
    for (const [choice, weight] of choices) {
      rest -= weight;
      if (rest < 0) return choice;
    }
    return (choices[choices.length - 1] as readonly [T, number])[0];
  }

  /** Waiting time with the given mean. */
  exponential(mean: number): number {
    return -Math.log(this.next()) * mean;
  }

  /** Waiting time whose hazard falls with time when `shape` < 1. */
  weibull(scale: number, shape: number): number {
    return scale * (-Math.log(this.next())) ** (1 / shape);
  }

  /** A waiting time for what may never come: infinity, or Weibull. */
  recurrence({ ever, scale, shape }: { ever: number; scale: number; shape: number }): number {
    const comes = this.isTrue(ever);
    const wait = this.weibull(scale, shape);
    return comes ? wait : Number.POSITIVE_INFINITY;
  }

  /** Standard normal (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** Number of events where `mean` are expected; above 60 by the normal approximation. */
  poisson(mean: number): number {
    if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
    const floor = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > floor; product *= this.next()) count += 1;
    return count;
  }
}
