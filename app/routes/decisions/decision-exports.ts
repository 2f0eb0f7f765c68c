/** Decisions as CSV and JSON: what the list shows, for whoever may see it. Nobody's account is among it. */
import { csvText } from '../../commons/exports/csv.ts';
import type { Decision } from '../../rooms/values/public.ts';

const columns = [
  'id', 'place', 'state', 'level', 'decision', 'decided_on', 'decided_by', 'serves', 'trades_off', 'dropped',
  'figures_consulted', 'voices', 'expected_measure', 'expected_direction', 'expected_size', 'expected_by', 'how_sure',
  'would_change_our_mind', 'revisit_on', 'due_on', 'learned', 'follows', 'follows_as',
] as const; // biome-ignore format: one list, read in lines

export const decisionsAsCsv = (decisions: readonly Decision[]): string =>
  csvText(
    columns,
    decisions.map(({ expectation, follows, ...decision }) => [
      decision.id,
      decision.place,
      decision.standing,
      decision.level,
      decision.statement,
      decision.decidedOn,
      decision.decidedBy,
      decision.serves.join(' '),
      decision.tradesOff.join(' '),
      decision.dropped,
      decision.consulted.map(({ measure }) => measure).join(' '),
      decision.voices,
      expectation?.measure ?? null,
      expectation?.direction ?? null,
      expectation?.size ?? null,
      expectation?.by ?? null,
      expectation?.sure ?? null,
      decision.wouldChangeOurMind,
      decision.revisitOn,
      decision.dueOn,
      decision.learned,
      follows?.id ?? null,
      follows?.as ?? null,
    ]),
  );

export const asDownload = (text: string, type: string, name: string): Response =>
  new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
    },
  });

export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
