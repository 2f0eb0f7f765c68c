import { LinkButton, SubmitButton } from '../../ui/button.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { LongText } from '../../ui/long-text.tsx';
import type { ActProblem } from './value-acts.ts';
import type { ValueView } from './value-view.ts';

const Sharing = ({ view }: { view: ValueView }) => (
  <div>
    <h3>Shown to others</h3>
    {view.shared.length === 0 ? <p className="soft">Not shared beyond its place.</p> : null}
    <ul className="plain-list">
      {view.shared.map((audience) => (
        <li key={audience.value}>
          <form method="post">
            <input type="hidden" name="audience" value={audience.value} />
            Shared with {audience.label}.{' '}
            <LinkButton name="act" value="stop-sharing" label={`Take it back from ${audience.label}`}>
              Take it back
            </LinkButton>
          </form>
        </li>
      ))}
    </ul>
    {view.shares.length === 0 ? null : (
      <form method="post" className="place-switch" aria-label="Share it">
        <FilterSelect
          name="audience"
          label="With"
          chosen={view.shares[0]?.value ?? ''}
          choices={view.shares}
        />
        <SubmitButton isQuiet name="act" value="share">
          Share
        </SubmitButton>
      </form>
    )}
  </div>
);

const Retire = ({ problem }: { problem: string | undefined }) => (
  <details open={problem !== undefined}>
    <summary>It no longer holds</summary>
    <form method="post">
      <LongText
        name="why"
        rows={2}
        label="Why not?"
        hint="It stays readable, with this sentence. What was tied to it stays tied to its history."
        problem={problem}
      />
      <div className="form-acts">
        <SubmitButton isQuiet name="act" value="retire">
          Retire this value
        </SubmitButton>
      </div>
    </form>
  </details>
);

/** What may be done with it next, for those who may. */
export const ValueSteps = ({ view, problem }: { view: ValueView; problem: ActProblem | undefined }) =>
  !view.mayChange ? null : (
    <section className="section no-print" aria-labelledby="steps">
      <h2 id="steps">What you can do</h2>
      <div className="pair">
        <div>
          <h3>Its words and its standing</h3>
          {view.state === 'retired' ? <p className="soft">Its words stay as they are.</p> : null}
          {view.state === 'retired' ? null : (
            <p>
              <a href={`/values/${view.id}/edit`}>Say it in other words</a>
            </p>
          )}
          {view.state === 'draft' ? (
            <form method="post">
              <SubmitButton name="act" value="publish">
                Make it current
              </SubmitButton>
            </form>
          ) : null}
          {view.state === 'current' ? (
            <Retire problem={problem?.act === 'retire' ? problem.says : undefined} />
          ) : null}
        </div>
        {view.state === 'draft' ? null : <Sharing view={view} />}
      </div>
    </section>
  );
