import type { CheckedProblem, ExtractCheck } from '../../../rooms/measures/public.ts';
import { dayText } from '../../../ui/format/days.ts';
import { countText } from '../../../ui/format/numbers.ts';
import { tableWords } from '../../../words/package-columns.ts';

const headings: Readonly<Record<CheckedProblem['weight'], string>> = {
  stop: 'What keeps these files from being imported',
  'set-aside': 'Rows that would be set aside, and why',
  note: 'Imported, and noted',
};

const where = ({ file, column, firstLine }: CheckedProblem): string =>
  [file, column === null ? null : `“${column}”`, firstLine === null ? null : `first on line ${firstLine}`]
    .filter((part) => part !== null)
    .join(', ');

const Problems = ({
  weight,
  problems,
}: {
  weight: CheckedProblem['weight'];
  problems: readonly CheckedProblem[];
}) => {
  const own = problems.filter((problem) => problem.weight === weight);
  if (own.length === 0) return null;
  return (
    <>
      <h3>{headings[weight]}</h3>
      <ul>
        {own.map((problem) => (
          <li key={`${problem.file} ${problem.column} ${problem.rule} ${problem.sentence}`}>
            <b>{countText(problem.count)}×</b> {problem.sentence}{' '}
            <span className="soft">({where(problem)})</span>
          </li>
        ))}
      </ul>
    </>
  );
};

const sentence = ({ isPossible, rows, setAside, asOf }: ExtractCheck): string => {
  if (!isPossible) return 'These files cannot be imported as they are.';
  const aside =
    setAside === 0
      ? 'Every row can be used'
      : `${countText(setAside)} of ${countText(rows)} rows would be set aside`;
  return `${aside}; as of ${dayText(asOf ?? '')}.`;
};

/** What an import would do, in the words of its own checks. */
export const CheckResult = ({ check }: { check: ExtractCheck }) => (
  <section className="section" aria-labelledby="result">
    <h2 id="result">What an import would do</h2>
    <p className="lead" role="status">
      {sentence(check)}
    </p>
    {check.tables.length === 0 ? null : (
      <ul>
        {check.tables.map(({ table, rows }) => (
          <li key={table}>
            {tableWords[table]?.title ?? table}: {countText(rows)} rows
          </li>
        ))}
      </ul>
    )}
    {(['stop', 'set-aside', 'note'] as const).map((weight) => (
      <Problems key={weight} weight={weight} problems={check.problems} />
    ))}
  </section>
);
