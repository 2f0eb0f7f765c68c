/** What a person is here, by what their agency account says of them. */
import type { Assignment } from '../../permissions/actor.ts';
import { isPlace } from '../../permissions/place.ts';
import type { AccountRule } from './settings.ts';

export type Claims = Readonly<Record<string, unknown>>;

const holds = (claim: unknown, wanted: string): boolean =>
  Array.isArray(claim) ? claim.includes(wanted) : claim === wanted;

/** A value with a slash or colon would name another place than the rule means. */
const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && !/[/:]/.test(value);

/** Undefined when a claim that the place is made of is missing, or no name. */
const placeIn = (template: string, claims: Claims): string | undefined => {
  let isComplete = true;
  const place = template.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const value = claims[name];
    if (isName(value)) return value.trim();
    isComplete = false;
    return '';
  });
  return isComplete ? place : undefined;
};

/** Each role and place once. None: this account opens nothing. */
export const assignmentsBy = (rules: readonly AccountRule[], claims: Claims): Assignment[] => {
  const found = new Map<string, Assignment>();
  for (const { claim, is, role, place: template } of rules) {
    const place = placeIn(template, claims);
    if (holds(claims[claim], is) && place !== undefined && isPlace(place))
      found.set(`${role} ${place}`, { role, place });
  }
  return [...found.values()];
};
