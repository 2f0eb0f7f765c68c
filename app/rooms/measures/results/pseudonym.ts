/**
 * A name that stands for a child in a list and cannot be turned back: the same throughout one data version, another in the
 * next, so that lists kept over the years do not add up to a history.
 */
import { createHmac, hkdfSync } from 'node:crypto';

/** No vowels, no figures that look like letters: nothing that reads as a word or a case number. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ23456789';
const length = 10;

const keyFrom = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'pseudonyms of records', 32));

const spelled = (digest: Buffer): string => {
  let rest = digest.readBigUInt64BE();
  let text = '';
  for (let place = 0; place < length; place += 1) {
    text += letters[Number(rest % BigInt(letters.length))];
    rest /= BigInt(letters.length);
  }
  return `${text.slice(0, length / 2)}-${text.slice(length / 2)}`;
};

export interface Pseudonyms {
  nameOf(id: string): string;
  /** Secret too: an order that could be worked out from the ids would give them away. */
  readonly orderKey: string;
}

/** `secret`: this installation's own; `contentId`: of the data version. */
export const pseudonymsOf = (secret: string, contentId: string): Pseudonyms => {
  const key = keyFrom(secret);
  const digest = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return {
    nameOf: (id) => spelled(digest(`name\n${contentId}\n${id}`)),
    orderKey: digest(`order\n${contentId}`).toString('hex'),
  };
};
