import { expect, test } from 'vitest';
import { Stream } from './random.ts';

const draws = (stream: Stream, count: number): number[] => Array.from({ length: count }, () => stream.next());
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

test('the same address gives the same draws, any other address gives others', () => {
  const first = draws(new Stream(7, 'exit', 12, 34), 9);
  expect(draws(new Stream(7, 'exit', 12, 34), 9)).toEqual(first);
  const others = [
    new Stream(8, 'exit', 12, 34),
    new Stream(7, 'home', 12, 34),
    new Stream(7, 'exit', 13, 34),
    new Stream(7, 'exit', 12, 35),
  ];
  for (const other of others) expect(draws(other, 9)).not.toEqual(first);
});

test('draws are uniform, within one stream and across neighbouring subjects', () => {
  const within = draws(new Stream(1, 'uniform', 0, 0), 60_000);
  const across = Array.from({ length: 60_000 }, (_, subject) => new Stream(1, 'uniform', 5, subject).next());
  for (const values of [within, across]) {
    expect(Math.min(...values.slice(0, 1000))).toBeGreaterThan(0);
    expect(mean(values)).toBeCloseTo(0.5, 2);
    expect(mean(values.map((value) => (value - 0.5) ** 2))).toBeCloseTo(1 / 12, 2);
    const pairs = values.slice(1).map((value, at) => (value - 0.5) * ((values[at] ?? 0) - 0.5));
    expect(Math.abs(mean(pairs))).toBeLessThan(0.002);
  }
});

test('waiting times and counts have the means they are asked for', () => {
  const stream = new Stream(3, 'means', 0, 0);
  const many = (draw: () => number): number => mean(Array.from({ length: 20_000 }, draw));
  expect(many(() => stream.exponential(10)) / 10).toBeCloseTo(1, 1);
  expect(many(() => stream.poisson(4)) / 4).toBeCloseTo(1, 1);
  expect(many(() => stream.poisson(300)) / 300).toBeCloseTo(1, 2);
  expect(many(() => (stream.isTrue(0.3) ? 1 : 0))).toBeCloseTo(0.3, 1);
  expect(many(() => stream.index([1, 0, 3]))).toBeCloseTo(1.5, 1);
  const returns = Array.from({ length: 20_000 }, () =>
    stream.recurrence({ ever: 0.2, scale: 1, shape: 0.8 }),
  );
  expect(returns.filter(Number.isFinite).length / 20_000).toBeCloseTo(0.2, 1);
});
