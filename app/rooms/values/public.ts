/** The door of the room. */
export type { ValueForm } from './forms.ts';
export { valuesPolicy } from './policy.ts';
export { getValue, listValues, type Value } from './reads.ts';
export { addValue, ensureValue, tieMeasure, untieMeasure } from './writes.ts';
