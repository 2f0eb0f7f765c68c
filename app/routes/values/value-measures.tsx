import { LinkButton, SubmitButton } from '../../ui/button.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { ActProblem } from './value-acts.ts';
import type { TiedMeasure, ValueView } from './value-view.ts';

const Tied = ({ measure, mayChange }: { measure: TiedMeasure; mayChange: boolean }) => (
  <li className="value-item">
    <div>
      <h3 className="value-name">
        <a href={`/measures/${measure.slug}`}>{measure.sentence ?? measure.title}</a>
      </h3>
      <p>
        {measure.title} · {measure.kind}
      </p>
      <p>
        Shown with <a href={`/measures/${measure.partner.slug}`}>{measure.partner.title}</a>
        {measure.partner.sentence === null ? '' : `: ${measure.partner.sentence}`}
      </p>
    </div>
    {mayChange ? (
      <form method="post" className="row-actions no-print">
        <input type="hidden" name="measure" value={measure.id} />
        <LinkButton name="act" value="untie" label={`Untie: ${measure.title}`}>
          Untie
        </LinkButton>
      </form>
    ) : null}
  </li>
);

const TieForm = ({ ties }: Pick<ValueView, 'ties'>) =>
  ties.length === 0 ? null : (
    <form method="post" className="place-switch no-print" aria-label="Tie a measure">
      <FilterSelect
        name="measure"
        label="A measure that tells"
        chosen={ties[0]?.value ?? ''}
        choices={ties}
      />
      <SubmitButton isQuiet name="act" value="tie">
        Tie it
      </SubmitButton>
    </form>
  );

/** The counter-measure cannot be shown: nothing is tied until somebody says that they know. */
const WithoutPartner = ({ problem }: { problem: ActProblem }) => (
  <Notice isConcern role="alert">
    <p>{problem.says}</p>
    <p>Nothing was tied. The board would say that the counter-measure has no figure.</p>
    <form method="post">
      <input type="hidden" name="measure" value={problem.measure ?? ''} />
      <input type="hidden" name="knowing" value="yes" />
      <SubmitButton isQuiet name="act" value="tie">
        Tie it all the same
      </SubmitButton>
    </form>
  </Notice>
);

export const ValueMeasures = ({ view, problem }: { view: ValueView; problem: ActProblem | undefined }) => (
  <section className="section" aria-labelledby="measures">
    <h2 id="measures">What tells whether it is true</h2>
    {problem?.act === 'tie' ? <WithoutPartner problem={problem} /> : null}
    {view.measures.length === 0 ? (
      <p className="soft">
        Nothing measures it yet. A value that nobody measures is easily said and easily forgotten.
      </p>
    ) : (
      <ul className="value-list">
        {view.measures.map((measure) => (
          <Tied key={measure.id} measure={measure} mayChange={view.ties.length > 0} />
        ))}
      </ul>
    )}
    <TieForm ties={view.ties} />
    {view.ties.length === 0 ? null : (
      <p className="small soft no-print">
        A measure comes to the board with its counter-measure: what must not get worse meanwhile.
      </p>
    )}
  </section>
);

/** For guests: what is measured, by name; figures are shared in their own way. */
export const MeasuresNamed = ({ measures }: Pick<ValueView, 'measures'>) => (
  <section className="section" aria-labelledby="measures">
    <h2 id="measures">What tells whether it is true</h2>
    {measures.length === 0 ? <p className="soft">Nothing measures it yet.</p> : null}
    <ul className="plain-list">
      {measures.map((measure) => (
        <li key={measure.id}>
          {measure.title}, shown with {measure.partner.title.toLowerCase()}
        </li>
      ))}
    </ul>
  </section>
);
