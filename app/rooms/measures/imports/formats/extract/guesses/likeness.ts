/** How alike two names are, as words: `Client_ID`, `clientId` and `CLIENT ID` are one. */

const written: Readonly<Record<string, string>> = {
  dt: 'date',
  no: 'number',
  num: 'number',
  nbr: 'number',
  nr: 'number',
  cnty: 'county',
  clnt: 'client',
  cl: 'client',
  chld: 'child',
  plcmt: 'placement',
  plc: 'placement',
  rsn: 'reason',
  rmvl: 'removal',
  dischg: 'discharge',
  identifier: 'id',
  datetime: 'date',
  prov: 'provider',
  rpt: 'report',
};

/** Words that tell nothing apart: a column of codes is the column. */
const silent = new Set([
  'code',
  'cd',
  'desc',
  'description',
  'name',
  'the',
  'of',
  'a',
  's',
  'txt',
  'value',
  'or',
]);

export const wordsOf = (name: string): string[] => {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => written[word] ?? word)
    .map((word) => (word === 'number' ? 'id' : word));
  const telling = words.filter((word) => !silent.has(word));
  return telling.length > 0 ? telling : words;
};

/** 1 = the same words, 0 = none shared. */
export const likeness = (a: readonly string[], b: readonly string[]): number => {
  const [one, other] = [new Set(a), new Set(b)];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared === 0 ? 0 : shared / (one.size + other.size - shared);
};

export const likenessToAny = (name: string, known: readonly string[]): number =>
  Math.max(0, ...known.map((one) => likeness(wordsOf(name), wordsOf(one))));
