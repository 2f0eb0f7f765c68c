/**
 * Whether a group is seen more often in the system than among all children.
 *
 * Question: a fifth of the children who enter care belong to a group that is a tenth of all children who live here. How far
 * is that from its share?
 *
 * Answer: the index, share in the system over share in the population: 1 is its share, 2 is twice its share.
 *
 * It cannot exceed 1 / (share in the population), so two places with different populations are not compared by it; use the
 * disparity ratio for that. It says that a group is over-represented at one step and nothing of which step did it: look at
 * the step before, with the same counts over those who reached it.
 *
 * Worked example: 200 of 1,000 entries, 10,000 of 100,000 children: 0.20 / 0.10 = 2.0.
 *
 * Source: T. Shaw, E. Putnam-Hornstein, J. Magruder and B. Needell, "Measuring racial disparity in child welfare", Child
 * Welfare 87 (2008), pp. 23–36.
 */

/** Null where there is nobody to take a share of, in the system or in the population. */
export const disproportionalityIndex = (
  inSystem: number,
  allInSystem: number,
  inPopulation: number,
  allInPopulation: number,
): number | null => {
  if (!(allInSystem > 0 && inPopulation > 0 && allInPopulation > 0)) return null;
  return inSystem / allInSystem / (inPopulation / allInPopulation);
};
