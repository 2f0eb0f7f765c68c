/** The fix list as CSV: what the page shows, with the agency's own ids, for those who may see them. */
import { placeText } from '../../../commons/permissions/place.ts';
import { csvField } from '../results/csv-field.ts';
import type { Fix } from './fix.ts';
import { fixRule, measuresTouched } from './rules.ts';

// biome-ignore format: one list, read in lines
const columns = [
  'state', 'rule', 'what', 'sentence', 'to_do', 'table', 'field', 'child_id', 'report_id', 'record_on', 'rows', 'place',
  'assigned_to', 'for_supervisor', 'said_fixed_on', 'gone_in_version', 'gone_how', 'measures', 'seen_in_versions',
];

const lineOf = (fix: Fix): string => {
  const { title, toDo } = fixRule(fix.rule, fix.sentence);
  return [
    ...[fix.state, fix.rule, title, fix.sentence, toDo, fix.table, fix.field],
    ...[
      fix.childId,
      fix.reportId,
      fix.recordOn,
      fix.records,
      placeText(fix.place),
      placeText(fix.assignedTo),
    ],
    ...[fix.forSupervisor, fix.saidFixedOn, fix.goneIn, fix.goneHow],
    ...[measuresTouched(fix).join(' '), fix.seenIn.join(' ')],
  ]
    .map(csvField)
    .join(',');
};

export const fixesCsvHeader = `${columns.join(',')}\n`;

export const fixesAsCsv = (fixes: readonly Fix[]): string => fixes.map((fix) => `${lineOf(fix)}\n`).join('');
