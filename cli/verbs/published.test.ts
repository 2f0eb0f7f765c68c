import { expect, test, vi } from 'vitest';
import { published } from './published.ts';

const printed = async (...args: string[]): Promise<string> => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    expect(await published.run(args)).toBe(0);
    return write.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    write.mockRestore();
  }
};

test('a table: windows, the standing in words, the anomalous figure with its note', async () => {
  const table = await printed('--state', 'CA', '--measure', 'P5');
  expect(table).toContain('California (CA)');
  expect(table).toMatch(/2022-04-01 to 2023-03-31\s+22B23A\s+40,229\s+3,146,681\s+12.78\s+2025-08 \*/);
  expect(table).toMatch(/Against national performance 4\.48 \(25A25B\): RSP [\d.]+ \([\d.]+ to [\d.]+\), \w/);
  expect(table).toContain('* Anomalous as published');
});

test('JSON holds all eight measures, or those named', async () => {
  const all = JSON.parse(await printed('--state', 'WY', '--json'));
  expect(all.measures).toHaveLength(8);
  expect(all.measures[2]).toMatchObject({ measure: 'P1', standing: { status: 'DQ', rsp: null } });
  const two = JSON.parse(await printed('--state', 'wy', '--measure', 'p1,S1', '--format', 'json'));
  expect(two.measures.map(({ measure }: { measure: string }) => measure)).toEqual(['P1', 'S1']);
});

test('CSV: one row a window and one for the standing', async () => {
  const [header, ...rows] = (await printed('--state', 'TX', '--measure', 'P1', '--format', 'csv'))
    .trim()
    .split('\n');
  expect(header).toMatch(/^state,measure,from,to/);
  expect(rows).toHaveLength(9);
  expect(rows.at(-1)).toMatch(/^TX,P1,2023-04-01,2024-03-31,23B24A,2026-03,/);
});

test('what is missing or unknown is said', async () => {
  await expect(published.run([])).rejects.toThrow('Which state?');
  await expect(published.run(['--state', 'ZZ'])).rejects.toThrow('ZZ');
  await expect(published.run(['--state', 'CA', '--measure', 'C1'])).rejects.toThrow('C1');
});
