import { join } from 'node:path';
import { type DemoAccount, ensureDemoAccounts } from '../../app/commons/identity/demo-accounts.ts';
import { placeText } from '../../app/commons/permissions/place.ts';
import { chooseProduction, loadConfig } from '../../app/platform/config.ts';
import { dataFolderAt } from '../../app/platform/data-folder.ts';
import { Invalid } from '../../app/platform/errors.ts';
import { logIntoFile } from '../../app/platform/log.ts';
import { loadSecrets } from '../../app/platform/secrets.ts';
import type { Services } from '../../app/request-context.ts';
import { readArguments } from '../arguments.ts';
import { stopSignal } from '../stop-signal.ts';
import type { Verb } from '../verb.ts';
import { markDemoFolder, refuseOthersFolder, removeDemo } from './demo/own-folder.ts';
import { type DemoProgress, newDemoProgress } from './demo/progress.ts';
import { serveUntil } from './serve/serve-until.ts';

const help = `
midcourse demo [--children N] [--json]

Shows Midcourse with the invented State of Juniper: writes its files, imports them as anybody's files are imported,
and serves the board with an account for each role, whose passwords it prints. The first start takes a minute or two; later ones find everything
there. Killed half way, the next start goes on. An administrator can let the state leave from the data page: then an
empty Midcourse of your own begins in its place.

Its data lie in MIDCOURSE_DATA (./data), where an agency's own must not be. The log goes to server-events.log in it.
--children N invents a smaller or larger state than the one of 600,000 children, where there is none yet.
--json prints address and accounts as JSON once pages are served. Variables: \`midcourse serve --help\`.
`;

const logFile = 'server-events.log';

interface Preparation {
  readonly progress: DemoProgress;
  readonly signal: AbortSignal;
  readonly population: number | undefined;
}

const prepare =
  (preparation: Preparation, onAccounts: (accounts: DemoAccount[]) => void) =>
  async (services: Services): Promise<void> => {
    const { bringInJuniper } = await import('./demo/juniper-data.ts');
    const { recordDecisions } = await import('./demo/juniper-decisions.ts');
    const { tellJuniper } = await import('./demo/juniper-story.ts');
    markDemoFolder(services.dataFolder);
    logIntoFile(join(services.dataFolder.root, logFile));
    await tellJuniper(services);
    const { sessionSecret } = await loadSecrets(services.dataFolder);
    onAccounts(await ensureDemoAccounts(services.database, sessionSecret));
    await bringInJuniper(services, preparation);
    await recordDecisions(services, preparation.progress);
  };

const inWords = (address: string, accounts: readonly DemoAccount[]): string =>
  [
    '',
    `The board of the State of Juniper (invented): ${address}`,
    '',
    ...accounts.map(
      ({ place, email, password }) => `  ${email.padEnd(34)} ${password}   ${placeText(place)}`,
    ),
    '',
    'Ctrl-C stops it.',
    '',
  ].join('\n');

const start = async (preparation: Preparation, leaveDemo: () => void) => {
  const config = loadConfig();
  refuseOthersFolder(dataFolderAt(config.dataFolder));
  chooseProduction();
  let accounts: DemoAccount[] = [];
  const { startServer } = await import('../../app/server.ts');
  const server = await startServer(config, {
    isDemo: true,
    // An agency's own PostgreSQL is not ours to empty.
    ...(config.databaseUrl === undefined && { leaveDemo }),
    beforePages: prepare(preparation, (made) => {
      accounts = made;
    }),
  });
  return { server, accounts };
};

const readPopulation = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{3,7}$/.test(text)) return Number(text);
  throw new Invalid(
    '--children takes a whole number from 1000 to 99999999.',
    '`midcourse demo --help` says more.',
  );
};

const run = async (args: readonly string[]): Promise<number> => {
  const expected = {
    verb: 'demo',
    options: { children: { type: 'string' } },
    words: [0, 0, 'word'],
  } as const;
  const { values, format } = readArguments(expected, args);
  const population = readPopulation(values.children);
  const progress = newDemoProgress((text) => process.stderr.write(text));
  const stopping = new AbortController();
  const stopped = stopSignal().then(() => stopping.abort());
  const left = Promise.withResolvers<'left'>();
  const started = await start({ progress, signal: stopping.signal, population }, () =>
    left.resolve('left'),
  ).catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error;
    progress.line('Stopped. The next start goes on from here.');
  });
  if (!started) return 1;
  const { server, accounts } = started;
  const { address } = server;
  progress.line('Everything is there.');
  process.stdout.write(
    format === 'json' ? `${JSON.stringify({ address, accounts })}\n` : inWords(address, accounts),
  );
  const why = await Promise.race([stopped, left.promise]);
  await server.stop();
  if (why === 'left') {
    removeDemo(dataFolderAt(loadConfig().dataFolder));
    await serveUntil(stopped, format);
  }
  setTimeout(() => process.exit(0), 300).unref();
  return 0;
};

export const demo: Verb = { name: 'demo', summary: 'show the invented State of Juniper', help, run };
