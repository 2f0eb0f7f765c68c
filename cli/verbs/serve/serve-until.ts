/** Serves an agency's own Midcourse until something ends it. */
import { chooseProduction, loadConfig } from '../../../app/platform/config.ts';
import type { RunningMidcourse } from '../../../app/server.ts';

const asJson = ({ address, setUpAddress }: RunningMidcourse): string =>
  JSON.stringify({ address, ...(setUpAddress !== null && { setUpAddress }) });

const inWords = ({ address, setUpAddress }: RunningMidcourse): string =>
  setUpAddress === null
    ? `Midcourse: ${address}`
    : `Midcourse: ${address}\n\nNobody has an account here yet. Make the first one, yours, at this address; it works once:\n\n  ${setUpAddress}\n`;

/** Prints the address, and for an empty installation the one at which its first account is made. */
export const serveUntil = async (ended: Promise<unknown>, format: string | undefined): Promise<void> => {
  const config = loadConfig();
  chooseProduction();
  const { startServer } = await import('../../../app/server.ts');
  const server = await startServer(config, { isDemo: false });
  process.stdout.write(`${format === 'json' ? asJson(server) : inWords(server)}\n`);
  await ended;
  await server.stop();
};
