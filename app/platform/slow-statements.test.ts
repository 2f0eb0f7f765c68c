import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { logIntoFile } from './log.ts';
import { logStatementsFrom, timed } from './slow-statements.ts';

const file = join(temporaryFolder(), 'log');
afterAll(() => logStatementsFrom(undefined));

test('a slow statement is named without its values, also when it fails', async () => {
  logIntoFile(file);
  logStatementsFrom(0);
  await timed('duckdb', "SELECT 1\n FROM x WHERE child = 'O''Neil' AND y = $1", async () => 1);
  await expect(timed('postgres', 'select 2', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  logStatementsFrom(60_000);
  await timed('duckdb', 'SELECT 3', async () => 3);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { event: 'statement.slow', engine: 'duckdb', statement: "SELECT 1 FROM x WHERE child = '…' AND y = $1" },
    { engine: 'postgres', statement: 'select 2' },
  ]);
});
