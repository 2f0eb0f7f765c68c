/** What somebody writes on a chart. */
import { z } from 'zod';
import { measureIds } from '../catalog/definition-shape.ts';
import { isDay } from '../results/windows.ts';
import { markKinds } from './mark.ts';

const line = (most: number) => z.string().trim().max(most, `Keep it under ${most} letters.`);

const measures = z.array(z.enum(measureIds, 'Choose from the list.')).max(measureIds.length);

export const markForm = z
  .strictObject({
    kind: z.enum(markKinds, 'Choose what it is.'),
    on: z.string().refine(isDay, 'Give a day, such as 2025-07-01.'),
    label: line(40),
    words: line(280).min(10, 'Say in one sentence what happened.'),
    measures,
    moves: measures,
    source: line(160),
  })
  .superRefine(({ kind, label, measures: on, moves, source }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (kind === 'note') {
      if (on.length !== 1) refuse('measures', 'A note stands on one chart.');
      if (label !== '' || source !== '' || moves.length > 0)
        refuse('kind', 'That belongs to a change of policy.');
      return;
    }
    if (label.length < 3) refuse('label', 'Give it a name of a few words: it stands on the chart.');
    if (on.length === 0) refuse('moves', 'Choose at least one measure, here or among the other charts.');
    if (moves.some((measure) => !on.includes(measure)))
      refuse('moves', 'It stands on the chart of what it moves.');
    if (source.length < 3)
      refuse('source', 'Say where it can be read: a statute, a rule, a memo and its number.');
  });

export type MarkForm = z.infer<typeof markForm>;

/** Why it is said otherwise, or withdrawn. */
export const markReason = z
  .string()
  .trim()
  .min(5, 'Say why, in a few words: the record is kept, and those who saw it will ask.')
  .max(280, 'Keep it under 280 letters.');

/** Everything in it that somebody wrote freely. */
export const freeTextsOfMark = ({ label, words, source }: MarkForm): string[] => [label, words, source];
