import type { ProblemCount } from '../../rooms/measures/public.ts';
import { TwinTableView } from '../../ui/charts/twin-table.tsx';
import { countText } from '../../ui/format/numbers.ts';

const weights: Readonly<Record<ProblemCount['weight'], string>> = {
  stop: 'stops the import',
  'set-aside': 'row set aside',
  note: 'noted',
};

interface ProblemCountsProps {
  readonly version: {
    readonly number: number;
    readonly problems: readonly ProblemCount[];
    readonly totals: { readonly total: string; readonly setAside: string };
    readonly mayReadProblems: boolean;
  };
}

/** One line a rule, however many files it was broken in; what stops or sets aside comes first. */
const byRule = (problems: readonly ProblemCount[]) =>
  [...Map.groupBy(problems, ({ rule, weight }) => `${weight} ${rule}`).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const listed = same.reduce((sum, problem) => sum + problem.listed, 0);
    return [{ ...first, files: same.length, listed }];
  });

const tableOf = (problems: readonly ProblemCount[]) => ({
  caption: 'By rule',
  columns: [
    { label: 'Rule', isNumber: false },
    { label: 'What it says', isNumber: false },
    { label: 'What became of it', isNumber: false },
    { label: 'Files', isNumber: true },
    { label: 'Listed', isNumber: true },
  ],
  rows: byRule(problems).map(({ rule, files, sentence, weight, listed }) => [
    rule,
    sentence,
    weights[weight],
    countText(files),
    countText(listed),
  ]),
});

/** The validation report by rule. The lines themselves quote the files, so only analysts get them. */
export const ProblemCounts = ({ version }: ProblemCountsProps) => (
  <section className="section" aria-labelledby="report">
    <h2 id="report">Validation report</h2>
    {version.problems.length === 0 ? (
      <p>Every row could be used, and nothing had to be noted.</p>
    ) : (
      <>
        <p>
          Problems found: {version.totals.total}. Rows set aside and counted: {version.totals.setAside}.{' '}
          {version.mayReadProblems ? (
            <a href={`/data/versions/${version.number}/problems.csv`} download>
              The whole report as CSV
            </a>
          ) : (
            'The lines themselves quote the files: an analyst can download them.'
          )}
        </p>
        <TwinTableView table={tableOf(version.problems)} />
      </>
    )}
  </section>
);
