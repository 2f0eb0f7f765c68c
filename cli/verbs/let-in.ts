/** `midcourse let-in`: a new password for somebody whom no page can help, such as the only administrator. */
import { findPersonByEmail } from '../../app/commons/identity/people/reads.ts';
import { makeNewPasswordLink, resetSecondFactor } from '../../app/commons/identity/people/writes.ts';
import { NotFound } from '../../app/platform/errors.ts';
import { findRunningServer } from '../../app/platform/server-lock.ts';
import { readArguments } from '../arguments.ts';
import { type OpenStore, withStore } from '../open-store.ts';
import type { Verb } from '../verb.ts';

const help = `
midcourse let-in <e-mail address> [--reset-second-factor] [--json]

Prints an address at which the person chooses a new password; it opens once, for a day. For when no administrator can
make one at /people. --reset-second-factor also takes away a second factor whose phone and backup codes are lost.
Both stand in the audit. Exit code 1: nobody has this e-mail address, or the account is suspended.
`;

/** Where the pages are: as the configuration says, or where the running server listens. */
const originOf = ({ config, dataFolder }: OpenStore): string => {
  if (config.publicUrl !== undefined) return new URL(config.publicUrl).origin;
  const { host = config.host, port = config.port } = findRunningServer(dataFolder) ?? {};
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
};

const newAddress = async (store: OpenStore, email: string, isReset: boolean): Promise<string> => {
  const id = await findPersonByEmail(store.database, store.scope, email);
  if (id === undefined) throw new NotFound('Nobody here has this e-mail address.');
  const secret = await makeNewPasswordLink(store.database, store.scope, id);
  if (isReset) await resetSecondFactor(store.database, store.scope, id);
  return `${originOf(store)}/new-password/${secret}`;
};

export const letIn: Verb = {
  name: 'let-in',
  summary: 'an address at which somebody chooses a new password',
  help,
  run: async (args) => {
    const options = { 'reset-second-factor': { type: 'boolean' } } as const;
    const call = readArguments({ verb: 'let-in', options, words: [1, 1, 'e-mail address'] }, args);
    const [email = ''] = call.positionals;
    const isReset = call.values['reset-second-factor'] ?? false;
    const address = await withStore('let-in', (store) => newAddress(store, email.toLowerCase(), isReset));
    process.stdout.write(`${call.format === 'json' ? JSON.stringify({ address }) : address}\n`);
    return 0;
  },
};
