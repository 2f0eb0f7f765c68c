/** Takes example values over as an agency's own: drafts, or in use at once. */
import type { Place } from '../../../commons/permissions/place.ts';
import type { Scope } from '../../../commons/permissions/scope.ts';
import type { Database } from '../../../platform/database/database.ts';
import { Invalid } from '../../../platform/errors.ts';
import { listValues } from '../reads.ts';
import { addValue, publishValue, tieMeasure } from '../writes.ts';
import { type ExampleValue, exampleValues } from './examples.ts';

interface Scopes {
  readonly change: Scope<'values.change'>;
  readonly read: Scope<'values.read'>;
}

interface Taken {
  readonly place: Place;
  readonly ids: readonly string[];
  /** In use at once; else drafts. */
  readonly isInUse: boolean;
}

const takeOne = async (
  database: Database,
  scope: Scopes['change'],
  { words, measures }: ExampleValue,
  { place, isInUse }: Taken,
): Promise<void> => {
  const id = await addValue(database, scope, place, words);
  for (const measure of measures) await tieMeasure(database, scope, id, measure);
  if (isInUse) await publishValue(database, scope, id);
};

/** One that is there already, in the same words, is not taken twice. Throws `Invalid` where none is chosen. */
export const takeExamples = async (database: Database, scopes: Scopes, taken: Taken): Promise<void> => {
  const chosen = exampleValues.filter(({ id }) => taken.ids.includes(id));
  if (chosen.length === 0) throw new Invalid('No value was chosen.', 'Go back and tick at least one.');
  const held = await listValues(database, scopes.read, { place: taken.place, state: 'any' });
  const there = new Set(held.map(({ statement }) => statement));
  for (const example of chosen) {
    if (!there.has(example.words.statement)) await takeOne(database, scopes.change, example, taken);
  }
};
