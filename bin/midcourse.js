#!/usr/bin/env node
// Runs the command line on the pinned Node, whatever the host has.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const pinned = join(dirname(require.resolve('node/package.json')), 'bin', 'node');
const child = spawn(pinned, [join(home, 'cli/midcourse.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
