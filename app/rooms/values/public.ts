/** The door of the room. */
export {
  type Coverage,
  type CoverageCell,
  coverageOf,
  type Gap,
  type Kind,
  measureKinds,
} from './coverage/rules.ts';
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
export { type FamilySigns, familySigns } from './decisions/one-family.ts';
export { decisionsPolicy } from './decisions/policy.ts';
export {
  type DecisionFilters,
  type DecisionFlag,
  type DecisionWithHistory,
  flagsFor,
  getDecision,
  listDecisionPlaces,
  listDecisionShares,
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
export { type ExampleValue, exampleValues } from './examples/examples.ts';
export { takeExamples } from './examples/writes.ts';
export {
  type FieldProblems as ValueProblems,
  readValueWords,
  type ValueField,
  type ValueWords,
} from './forms.ts';
export { type PeopleGroup, peopleGroupNames, peopleGroups, peopleGroupsInShort } from './people-groups.ts';
export { valuesPolicy } from './policy.ts';
export {
  getValue,
  getValueRecord,
  listPointers,
  listValues,
  type ReadScope as ValuesReadScope,
  type Value,
  type ValueFilter,
  type ValueRecord,
  type ValuesInForce,
  type ValueVersion,
  valuesInForce,
} from './reads.ts';
export { moved, orderedByNumbers } from './rules.ts';
export {
  type Deed,
  type DeedKind,
  type Difference,
  deeds,
  type SayAndDo,
  type SayAndDoMonth,
  sayAndDo,
  sayAndDoByMonth,
} from './say-and-do/rules.ts';
export { type Note, notesOn } from './wording/rules.ts';
export {
  addValue,
  ensureValue,
  orderValues,
  publishValue,
  retireValue,
  rewordValue,
  shareValue,
  stopSharingValue,
  tieMeasure,
  untieMeasure,
  type ValueStory,
} from './writes.ts';
