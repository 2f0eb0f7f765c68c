import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { Invalid } from '../../app/platform/errors.ts';
import { measure } from './measure.ts';

const vectors = fileURLToPath(new URL('../../tests/vectors/indicators/', import.meta.url));
const twoThousand = join(vectors, 'package-2000');

afterEach(() => vi.restoreAllMocks());

const printed = async (...args: string[]) => {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const error = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const code = await measure.run(args);
  const text = (spy: typeof out): string => spy.mock.calls.map(([part]) => String(part)).join('');
  const said = { code, out: text(out), error: text(error) };
  vi.restoreAllMocks();
  return said;
};

test('JSON: all measures, dropped records, groups; the raw view said on stderr', async () => {
  const { code, out, error } = await printed(twoThousand, '--window', '23A23B', '--by', 'county', '--json');
  const result = JSON.parse(out);
  expect(code).toBe(0);
  expect(error).toContain("An operator's raw view");
  expect(result).toMatchObject({
    asOf: '2024-09-30',
    window: { from: '2022-10-01', to: '2023-09-30' },
    dropped: { birth_date_missing: 4, discharge_same_day: 10, birth_after_discharge: 0 },
    measures: {
      P1: { numerator: 58, denominator: 108, final: true },
      C1: { residence: { numerator: 1387 } },
    },
  });
  expect(Object.keys(result.measures)).toHaveLength(14);
  expect(result.measures.P1.interval[0]).toBeLessThan(result.measures.P1.value);
  expect(result.measures.P1.by.county.Alder.denominator).toBeGreaterThan(0);
});

test('an absent file: nulls, and still a word on final', async () => {
  const { out } = await printed(join(vectors, 'cases/p4_two_exits'), '--window', '2022-10-01', '--json');
  const none = { numerator: null, denominator: null, value: null, interval: null };
  expect(JSON.parse(out).measures.S1).toMatchObject({ ...none, final: true, by: {} });
  expect(JSON.parse(out).measures.C2.completed).toMatchObject(none);
});

test('a table to read and CSV to work with', async () => {
  const table = await printed(twoThousand, '--window', '2023-10-01', '--measure', 'p1,S2', '--by', 'unit');
  expect(table.out).toContain('1 Oct 2023 to 30 Sep 2024 (24A24B), as of 30 Sep 2024');
  expect(table.out).toMatch(
    /P1\s+Permanency in 12 months.*19\.4\s+%\s+12\.9 to 28\.1\s+20 of 103\s+in flight\s+P4/,
  );
  expect(table.out).toContain('S2 by unit: A report does not say which unit it belongs to.');
  const csv = await printed(twoThousand, '--window', '2023-10-01', '--measure', 'P1', '--format', 'csv');
  expect(csv.out.split('\n')[1]).toMatch(/^P1,.*,2023-10-01,2024-09-30,2024-09-30,,,20,103,19\.41/);
});

test('a series: one figure a quarter, none that has not begun', async () => {
  const asked = ['--series', 'quarter', '--from', '2023-10', '--to', '2025-12', '--measure', 'P1'];
  const json = JSON.parse((await printed(twoThousand, ...asked, '--json')).out);
  expect(json.measures.P1.map(({ window }: { window: { from: string } }) => window.from)).toEqual([
    '2023-10-01',
    '2024-01-01',
    '2024-04-01',
    '2024-07-01',
  ]);
  expect((await printed(twoThousand, ...asked)).out).toMatch(
    /1 Oct 2023\s+43\.3\s+27\.4 to 60\.8\s+13 of 30\s+in flight/,
  );
});

test.each([
  [['x']],
  [['x', '--window', '23A23B', '--series', 'month', '--from', '2023-01']],
  [['x', '--window', '23A24B']],
  [['x', '--window', '23A23B', '--measure', 'P9']],
  [['x', '--window', '23A23B', '--by', 'worker']],
  [['x', '--series', 'month']],
  [['x', '--series', 'month', '--from', '2023-13']],
  [['--window', '23A23B']],
])('%j is refused', async (args) => {
  await expect(measure.run(args)).rejects.toThrow(Invalid);
});

test('what cannot be read: exit code 1, the reason on stderr, nothing on stdout', async () => {
  const { code, out, error } = await printed(join(vectors, 'README.md'), '--window', '23A23B', '--json');
  expect([code, out]).toEqual([1, '']);
  expect(error).toContain('README.md');
});

test('its private folder is gone afterwards, an interrupt included', async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'midcourse-test-'));
  const child = spawn(
    process.execPath,
    ['cli/midcourse.ts', 'measure', twoThousand, '--window', '23A23B', '--json'],
    { cwd: fileURLToPath(new URL('../../', import.meta.url)), env: { ...process.env, TMPDIR: temporary } },
  );
  await vi.waitFor(() => expect(readdirSync(temporary)).toHaveLength(1), { timeout: 20_000, interval: 5 });
  child.kill('SIGINT');
  const [code] = await once(child, 'exit');
  expect(code).toBe(130);
  expect(readdirSync(temporary)).toEqual([]);
  rmSync(temporary, { recursive: true });
});
