import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { findChromium, photographOf } from './chromium.ts';

test('a PNG of the size asked for, two pixels for one, and nothing left behind', async () => {
  const program = findChromium(undefined);
  expect(program).not.toBeNull();
  const folder = temporaryFolder();
  const html = '<body style="margin:0;background:#2378c3">';
  const png = await photographOf(program ?? '', folder, { html, width: 640, height: 300 });
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 600]);
  expect(readdirSync(folder)).toEqual([]);
});

test('where the configuration names it, nothing else is looked for', () => {
  expect(findChromium('/nowhere/chromium')).toBeNull();
});

test('a browser that ends badly is an error, and the next picture is taken all the same', async () => {
  const folder = temporaryFolder();
  const broken = join(folder, 'broken');
  writeFileSync(broken, '#!/bin/sh\nexit 3\n');
  chmodSync(broken, 0o755);
  const photograph = { html: '', width: 10, height: 10 };
  await expect(photographOf(broken, folder, photograph)).rejects.toThrow('ended with 3');
  await expect(photographOf(broken, folder, photograph)).rejects.toThrow('ended with 3');
  expect(readdirSync(folder)).toEqual(['broken']);
});
