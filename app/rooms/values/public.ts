/** The door of the room. */
export type { ConsultedFigure } from './decisions/consulted-figure.ts';
export type { Decision, Revisit, Standing } from './decisions/decision.ts';
export {
  type DecisionForm,
  decisionForm,
  type Expectation,
  type FieldProblems,
  freeTextsOf,
  problemsIn,
  type RevisitForm,
  revisitForm,
} from './decisions/forms.ts';
export { daysOfGrace, type HowWeDecide, type Share } from './decisions/how-we-decide.ts';
export { type Level, levels, levelsOf } from './decisions/level.ts';
export { type FamilySigns, familySigns, shapeOf } from './decisions/one-family.ts';
export { decisionsPolicy } from './decisions/policy.ts';
export {
  type DecisionFilters,
  type DecisionFlag,
  type DecisionWithHistory,
  flagsFor,
  getDecision,
  listDecisions,
  listDue,
  readHowWeDecide,
} from './decisions/reads.ts';
export {
  concludeFrom,
  type Direction,
  pointsToTell,
  type SinceThen,
  type Stretch,
} from './decisions/since-then.ts';
export {
  correctRecord,
  decide,
  discardDraft,
  draftDecision,
  lookAgain,
  reviseDraft,
  shareDecision,
  takeBackDecision,
} from './decisions/writes.ts';
export type { ValueForm } from './forms.ts';
export { valuesPolicy } from './policy.ts';
export { getValue, listValues, type Value } from './reads.ts';
export { addValue, ensureValue, tieMeasure, untieMeasure } from './writes.ts';
