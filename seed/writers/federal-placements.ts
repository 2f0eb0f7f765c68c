/** Placements as federal files show them: a few days of respite are not an arrangement, nor is coming back from them. */
import type { Episode, Placement } from '../records.ts';

export const federalPlacements = ({ placements }: Episode): Placement[] => {
  const shown: Placement[] = [];
  let isAfterRespite = false;
  for (const placement of placements) {
    const last = shown.at(-1);
    const isBack =
      isAfterRespite && last?.setting === placement.setting && last.provider === placement.provider;
    isAfterRespite = placement.setting === 'respite';
    if (!isAfterRespite && !isBack) shown.push(placement);
  }
  return shown;
};
