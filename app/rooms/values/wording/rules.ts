/**
 * What a good colleague would say about the words of a value before it is kept. Each note says what to look at again
 * and why; none of them refuses anything.
 */
import type { ValueField, ValueWords } from '../forms.ts';

export interface Note {
  readonly field: ValueField;
  readonly says: string;
}

const firstDoing =
  /^(?:we|our (?:staff|workers|agency|department)|staff|caseworkers|workers|the (?:agency|department))\s+(?:will|shall|must|are to|do|does|provide|provides|ensure|ensures|conduct|conducts|complete|completes|implement|implements|use|uses|monitor|monitors|deliver|delivers|comply|complies|increase|reduce|improve|visit|investigate|assess|train)\b/i;
const wishing = /\b(?:want|wish|hope|dream|believe|deserve|belong)\b/i;
const whom =
  /\b(?:child|children|young|youth|baby|babies|famil(?:y|ies)|parent|parents|mother|mothers|father|fathers|kin|relatives|sibling|siblings|brothers|sisters|people|everyone|everybody|us)\b/i;
const target = /\d+\s*(?:%|percent|per cent|in \d+)|\b\d{2,}\b/i;
const ours =
  /\b(?:visits?|trainings?|reports?|forms?|plans?|audits?|meetings?|assessments?|policies|procedures|caseloads?)\b/i;
const roleWord =
  /\b(?:director|deputy|manager|lead|leader|chief|head|supervisor|administrator|commissioner|secretary|council|team|coordinator|officer|judge|chair|board|unit|office|division|analyst|worker|governor|representative)\b/i;
const personName = /^(?:(?:mr|mrs|ms|dr)\.?\s+)?[A-Z][\p{L}'’-]+(?:\s+[A-Z]\.?)?\s+[A-Z][\p{L}'’-]+$/u;

/** Words of the trade, and what a parent would say instead. */
const jargon: readonly (readonly [word: RegExp, shown: string, instead: string])[] = [
  [/\bpermanency\b/i, 'permanency', 'a permanent family'],
  [/\bplacements?\b/i, 'placement', 'the home a child lives in'],
  [/\breunif\w+/i, 'reunification', 'going home'],
  [/\bremovals?\b/i, 'removal', 'being taken from home'],
  [/\bcases?\b/i, 'case', 'child, or family'],
  [/\bclients?\b/i, 'client', 'parent, or family'],
  [/\bstakeholders?\b/i, 'stakeholder', 'who it is: parents, courts, schools'],
  [/\bCFSR|AFCARS|NCANDS|CQI|IV-E\b/, 'a federal abbreviation', 'what it stands for, in words'],
  [/\b(?:utili[sz]e|leverage|operationali[sz]e|incentivi[sz]e)\w*/i, 'office language', 'use'],
  [/\bwell-?being outcomes?\b/i, 'well-being outcomes', 'how children are'],
  [/\bevidence-based\b/i, 'evidence-based', 'what has been shown to help'],
  [/\bleast restrictive\b/i, 'least restrictive', 'as close to a family as can be'],
];

const wordsIn = (text: string): number => text.trim().split(/\s+/).length;

const statementNotes = (statement: string): string[] => {
  const notes: string[] = [];
  if (firstDoing.test(statement))
    notes.push(
      'This says what you do, not what you want for children. A value is a wish: “We want children home with their families.”',
    );
  else if (!wishing.test(statement) && !/^(?:when|every|no|each|all)\b/i.test(statement))
    notes.push('Does it say a wish? Most begin with “We want …”.');
  if (!whom.test(statement))
    notes.push('Nobody is in this sentence yet. For whom do you wish it: children, parents, families?');
  if (target.test(statement))
    notes.push(
      'This holds a number. A value has no target; the measures tied to it show how far it is true.',
    );
  if (wordsIn(statement) > 25)
    notes.push(
      `This has ${wordsIn(statement)} words. People remember about twenty; perhaps these are two values.`,
    );
  if (wordsIn(statement) < 4) notes.push('This is very short. Would a new colleague know what you wish for?');
  return notes;
};

const jargonNotes = (field: ValueField, text: string): Note[] =>
  jargon
    .filter(([word]) => word.test(text))
    .map(([, shown, instead]) => ({
      field,
      says: `“${shown}” is a word of the trade. A parent would understand: ${instead}.`,
    }));

const wouldSeeNotes = (text: string): string[] => [
  ...(!whom.test(text) && ours.test(text)
    ? ['This tells what staff would do. What would a child or a family notice?']
    : []),
  ...(wordsIn(text) < 5 ? ['Could somebody from outside check this? Say what would be different.'] : []),
];

const ownerNotes = (text: string): string[] =>
  personName.test(text.trim()) && !roleWord.test(text)
    ? ['This looks like a name. Name the role: people change, and the value stays.']
    : [];

const askedNotes = ({ askedGroups, askedWhen }: ValueWords): Note[] => {
  if (askedGroups.length === 0)
    return [
      {
        field: 'askedGroups',
        says: 'Nobody is said to have been asked. Those it is about could tell whether it is their wish too.',
      },
    ];
  return askedWhen.trim() === ''
    ? [{ field: 'askedWhen', says: 'When were they asked? A season and a year will do.' }]
    : [];
};

/** In the order of the form. Fields that are empty are not judged: that they are missing is said elsewhere. */
export const notesOn = (words: ValueWords): Note[] => {
  const of = (field: 'statement' | 'why' | 'wouldSee' | 'ownerRole', notes: (text: string) => string[]) => {
    const text = words[field].trim();
    if (text === '') return [];
    const titles = field === 'ownerRole';
    return [...notes(text).map((says) => ({ field, says })), ...(titles ? [] : jargonNotes(field, text))];
  };
  return [
    ...of('statement', statementNotes),
    ...of('why', () => []),
    ...of('wouldSee', wouldSeeNotes),
    ...of('ownerRole', ownerNotes),
    ...askedNotes(words),
  ];
};
