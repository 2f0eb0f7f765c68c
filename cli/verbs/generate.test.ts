import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Conflict, Invalid } from '../../app/platform/errors.ts';
import { generate } from './generate.ts';

let folder = '';
let said = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'midcourse-generate-'));
  said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

test('one format fills the folder itself, and the summary is what is there', async () => {
  const out = join(folder, 'new');
  expect(await generate.run(['--out', out, '--children', '3000', '--years', '2', '--json'])).toBe(0);
  const summary: { files: { file: string; rows: number; bytes: number }[] } = JSON.parse(said);
  for (const { file, rows, bytes } of summary.files) {
    const text = readFileSync(join(out, file), 'utf8');
    expect(Buffer.byteLength(text)).toBe(bytes);
    expect(text.trimEnd().split('\n').length - 1).toBe(rows);
  }
  expect(readdirSync(out).sort()).toEqual([...summary.files.map(({ file }) => file), 'package.json'].sort());
});

test('several formats have a folder each, beside what federal files lack', async () => {
  await generate.run(['--out', folder, '--children', '2000', '--format', 'package', '--format', 'ncands']);
  expect(readdirSync(folder).sort()).toEqual(['ncands', 'package', 'supplement']);
});

test('a folder that holds anything is left as it is', async () => {
  writeFileSync(join(folder, 'mine.txt'), 'mine');
  await expect(generate.run(['--out', folder])).rejects.toThrow(Conflict);
  expect(readdirSync(folder)).toEqual(['mine.txt']);
});

test.each([
  [['--children', '10']],
  [['--out', 'x', '--children', '0']],
  [['--out', 'x', '--children', '1e5']],
  [['--out', 'x', '--seed', '-1']],
  [['--out', 'x', '--years', '99']],
  [['--out', 'x', '--format', 'paper']],
  [['--out', 'x', 'y']],
  [['--out', 'x', '--size', '3']],
])('a wrong call is named before anything is written: %j', async (args) => {
  await expect(generate.run(args.map((arg) => (arg === 'x' ? folder : arg)))).rejects.toThrow(Invalid);
  expect(readdirSync(folder)).toEqual([]);
});

test('years without a legacy half-year cannot be written as legacy files', async () => {
  const call = ['--out', folder, '--years', '3', '--format', 'afcars-legacy'];
  await expect(generate.run(call)).rejects.toThrow(Invalid);
});
