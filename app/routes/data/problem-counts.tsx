import type { ProblemCount } from '../../rooms/measures/public.ts';
import { TwinTableView } from '../../ui/charts/twin-table.tsx';
import { countText } from '../../ui/format/numbers.ts';

const weights: Readonly<Record<ProblemCount['weight'], string>> = {
  stop: 'stops the import',
  'set-aside': 'row set aside',
  note: 'imported as it is',
};

interface ProblemCountsProps {
  readonly version: {
    readonly number: number;
    readonly problems: readonly ProblemCount[];
    readonly totals: { readonly total: string; readonly setAside: string };
    readonly mayReadProblems: boolean;
  };
}

const tableOf = (problems: readonly ProblemCount[]) => ({
  caption: 'By rule',
  columns: [
    { label: 'Rule', isNumber: false },
    { label: 'File', isNumber: false },
    { label: 'What it says', isNumber: false },
    { label: 'What became of it', isNumber: false },
    { label: 'Listed', isNumber: true },
  ],
  rows: problems.map(({ rule, file, sentence, weight, listed }) => [
    rule,
    file,
    sentence,
    weights[weight],
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
          {version.totals.total} problems; {version.totals.setAside} rows set aside and counted.{' '}
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
