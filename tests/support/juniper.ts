/** The Juniper that the whole run shares. Tests only read it: what changes data has a Midcourse of its own (own-midcourse.ts). */
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import type { Served } from './visits.ts';

const patienceMs = 240_000;

/** Resolves once its pages are served. */
export const juniper = async (): Promise<Served> => {
  const path = inject('juniperPrinted');
  for (let waited = 0; !existsSync(path); waited += 50) {
    if (waited > patienceMs) throw new Error('Juniper was not there in time.');
    await pause(50);
  }
  const printed = JSON.parse(readFileSync(path, 'utf8')) as Served | { readonly problem: string };
  if ('problem' in printed) throw new Error(printed.problem);
  return printed;
};
