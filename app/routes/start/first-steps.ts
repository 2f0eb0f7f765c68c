/** What an agency that begins does first, and how much of it is done. */

import { identityPolicy } from '../../commons/identity/policy.ts';
import type { Actor } from '../../commons/permissions/actor.ts';
import { isAllowed, type Permission } from '../../commons/permissions/permission.ts';
import { importsPolicy } from '../../rooms/measures/public.ts';
import { valuesPolicy } from '../../rooms/values/public.ts';

export interface FirstStep {
  readonly id: 'files' | 'values' | 'people';
  readonly isDone: boolean;
  /** Whether this person may do it. */
  readonly isYours: boolean;
}

const needs: Readonly<Record<FirstStep['id'], Permission>> = {
  files: importsPolicy['versions.import'],
  values: valuesPolicy['values.change'],
  people: identityPolicy['accounts.manage'],
};

export const firstSteps = (
  { assignments }: Actor,
  done: Readonly<Record<'files' | 'values', boolean>>,
): FirstStep[] =>
  (['files', 'values', 'people'] as const).map((id) => ({
    id,
    isDone: id !== 'people' && done[id],
    isYours: isAllowed(assignments, needs[id]),
  }));
