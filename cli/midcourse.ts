/** The command line: finds the verb, runs it, turns errors into one clear sentence and an exit code. */
import { Conflict, Invalid, NotAllowed, NotFound } from '../app/platform/errors.ts';
import { verbs } from './verbs.ts';

const overview = (): string =>
  [
    'midcourse <verb> [options]',
    '',
    ...Object.entries(verbs).map(([name, { summary }]) => `  ${name.padEnd(11)} ${summary}`),
    '',
    '`midcourse <verb> --help` says more. Every verb takes --json.',
    '',
  ].join('\n');

const explained = (error: unknown): string => {
  if (error instanceof Invalid) return error.remedy ? `${error.message}\n${error.remedy}` : error.message;
  if (error instanceof NotAllowed) return `${error.message} ${error.whoCan}`;
  if (error instanceof NotFound || error instanceof Conflict) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

const main = async ([name, ...args]: string[]): Promise<number> => {
  if (name === undefined || name === '--help' || name === 'help') {
    process.stdout.write(overview());
    return name === undefined ? 2 : 0;
  }
  const entry = verbs[name];
  if (!entry) {
    process.stderr.write(`midcourse: there is no verb "${name}".\n\n${overview()}`);
    return 2;
  }
  const verb = await entry.load();
  if (args.includes('--help')) {
    process.stdout.write(`${verb.help.trim()}\n`);
    return 0;
  }
  return verb.run(args);
};

const brokenPipe = 141;

/** Nobody reads on (`… | head`): end as quietly as other programs do. Anything else is said in one sentence. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(brokenPipe);
  process.stderr.write(`midcourse: The output cannot be written (${error.code ?? error.message}).\n`);
  process.exit(1);
});
process.stderr.on('error', () => {});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`midcourse: ${explained(error)}\n`);
  process.exitCode = error instanceof Invalid ? 2 : 1;
}
