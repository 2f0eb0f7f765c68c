import { createHash } from 'node:crypto';

/** The same at every start: what was told already is not written again. `told`: `decision kin-search`. */
export const formKeyOf = (told: string): string => {
  const hex = createHash('sha256').update(`juniper ${told}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
};
