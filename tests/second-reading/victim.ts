/** Victim = substantiated, indicated, or a maltreatment death. */
import type { Report } from './case-rows.ts';

export const isVictim = ({ disposition, maltreatment_death }: Report): boolean =>
  disposition === 'substantiated' || disposition === 'indicated' || maltreatment_death === true;
