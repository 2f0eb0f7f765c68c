/** `midcourse audit verify`: whether what was done is still on record as it was written. */
import { verifyAudit } from '../../app/commons/audit/verify.ts';
import { Invalid } from '../../app/platform/errors.ts';
import { readArguments } from '../arguments.ts';
import { withStore } from '../open-store.ts';
import type { Verb } from '../verb.ts';

const help = `
midcourse audit verify [--expect HASH] [--json]

Reads the audit from its first entry and recomputes its chain of hashes: an entry that was changed, taken out or
slipped in is found. Prints the hash of the newest entry. Keep it somewhere else, and \`--expect HASH\` proves later that
nothing was cut off at the end either: the hash must still be in the chain.
Exit code 1: the audit is not as it was written.
`;

export const audit: Verb = {
  name: 'audit',
  summary: 'prove that the audit is as it was written',
  help,
  run: async (args) => {
    const call = readArguments(
      { verb: 'audit', options: { expect: { type: 'string' } }, words: [1, 1, 'word: verify'] },
      args,
    );
    if (call.positionals[0] !== 'verify')
      throw new Invalid(
        `There is no \`audit ${call.positionals[0]}\`.`,
        '`midcourse audit --help` says what there is.',
      );
    const proof = await withStore('audit', ({ database, scope }) =>
      verifyAudit(database, scope, call.values.expect),
    );
    const text =
      call.format === 'json'
        ? JSON.stringify(proof, null, 2)
        : (proof.problem ?? `${proof.entries} entries, all as they were written. Newest: ${proof.head}`);
    process.stdout.write(`${text}\n`);
    return proof.problem === null ? 0 : 1;
  },
};
