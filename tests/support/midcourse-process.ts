/** The real program in a real process, for tests that start, watch and end it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

export interface ProcessOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** The clone to run; this one by default. */
  readonly clone?: string;
  /** Numeric user and group; root only. */
  readonly runAs?: { readonly uid: number; readonly gid: number };
}

export interface MidcourseProcess {
  readonly child: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Resolves when stdout and stderr together match; throws with all output when the process ends or time runs out. */
  said(pattern: RegExp, patienceMs?: number): Promise<RegExpExecArray>;
  /** Exit code; 128 + signal number is not used: a signal gives its name. */
  ended(): Promise<number | NodeJS.Signals>;
}

/** Runs a script of ours with the Node that runs the tests, and nothing of the tests' own environment but the path. */
export const startNode = (args: readonly string[], options: ProcessOptions = {}): MidcourseProcess => {
  const child = spawn(process.execPath, [...args], {
    cwd: options.clone ?? project,
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options.runAs,
  });
  const heard = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    heard.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    heard.err += text;
  });
  const closed = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal ?? 1));
  });
  let hasEnded = false;
  closed.then(
    () => {
      hasEnded = true;
    },
    () => {
      hasEnded = true;
    },
  );
  const all = (): string => `${heard.out}\n${heard.err}`;
  const said = async (pattern: RegExp, patienceMs = 25_000): Promise<RegExpExecArray> => {
    for (let waited = 0; waited < patienceMs; waited += 20) {
      const found = pattern.exec(all());
      if (found) return found;
      if (hasEnded) break;
      await pause(20);
    }
    throw new Error(`It did not say ${pattern}, but:\n${all()}`);
  };
  return { child, stdout: () => heard.out, stderr: () => heard.err, said, ended: () => closed };
};

/** `midcourse <verb> …` */
export const startMidcourse = (args: readonly string[], options: ProcessOptions = {}): MidcourseProcess =>
  startNode(['cli/midcourse.ts', ...args], options);
