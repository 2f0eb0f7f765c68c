/** The report of an import on a terminal: where and what, the values only on demand. */
import type { Problem } from '../app/rooms/measures/public.ts';
import { withoutControls } from './without-controls.ts';

const mostLines = 40;
const mostPlaces = 5;

const weights: Readonly<Record<Problem['weight'], string>> = {
  stop: 'stops the import',
  'set-aside': 'row set aside',
  note: 'noted',
};

/** Problems that differ by their line only, told as one; with their values each is told by itself. */
const groupsOf = (problems: readonly Problem[], showValues: boolean): Problem[][] => {
  const groups = new Map<string, Problem[]>();
  for (const [index, problem] of problems.entries()) {
    const { weight, file, rule, column, sentence } = problem;
    const key = showValues ? String(index) : [weight, file, rule, column, sentence].join('\n');
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  const order = Object.keys(weights);
  return [...groups.values()].sort(
    ([a], [b]) => order.indexOf(a?.weight ?? 'note') - order.indexOf(b?.weight ?? 'note'),
  );
};

const linesOf = (group: readonly Problem[]): string => {
  const lines = group.flatMap(({ line }) => (line === null ? [] : [line.toLocaleString('en-US')]));
  if (lines.length === 0) return '';
  const more = lines.length - mostPlaces;
  const named = lines.slice(0, mostPlaces).join(', ');
  return `${lines.length === 1 ? 'line' : 'lines'} ${named}${more > 0 ? ` and ${more.toLocaleString('en-US')} more` : ''}`;
};

const textOf = (group: readonly Problem[], showValues: boolean): string => {
  const [first] = group;
  if (!first) return '';
  const { file, column, value, rule, sentence, weight } = first;
  const place = [file, column ?? '', linesOf(group)].filter((part) => part !== '').join(', ');
  const shown = showValues && value !== null ? ` Value: "${value}".` : '';
  const text = `${place === '' ? '' : `${place}: `}${sentence}${shown} (${rule}: ${weights[weight]})`;
  return `  ${withoutControls(text)}`;
};

/** At most 40 lines, the weighty first, and how much more there is. */
export const problemLines = (problems: readonly Problem[], showValues: boolean): string => {
  const groups = groupsOf(problems, showValues);
  const left = groups.slice(mostLines).reduce((sum, group) => sum + group.length, 0);
  const more = left > 0 ? [`  … and ${left.toLocaleString('en-US')} more; --json lists all.`] : [];
  return [...groups.slice(0, mostLines).map((group) => textOf(group, showValues)), ...more].join('\n');
};

/** For --json: without the values unless they are asked for. */
export const problemsAsJson = (
  problems: readonly Problem[],
  showValues: boolean,
): readonly (Omit<Problem, 'value'> & { value?: string | null })[] =>
  problems.map(({ value, about: _, ...problem }) => (showValues ? { ...problem, value } : problem));
