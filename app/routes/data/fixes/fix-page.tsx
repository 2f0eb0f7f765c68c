import { LinkButton, SubmitButton } from '../../../ui/button.tsx';
import { FilterSelect } from '../../../ui/filter-select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { FixView } from './fix-view.ts';

/** A note that was not taken, as it was written. */
interface RefusedNote {
  readonly text: string;
  readonly problem: string;
}

const Facts = ({ view }: { view: FixView }) => (
  <dl className="facts">
    <dt>Record</dt>
    <dd>{view.record}</dd>
    {view.field === '' ? null : (
      <>
        <dt>Field</dt>
        <dd>{view.field}</dd>
      </>
    )}
    <dt>Belongs to</dt>
    <dd>{view.where}</dd>
    <dt>Mended by</dt>
    <dd>{view.assignedTo}</dd>
    <dt>How it stands</dt>
    <dd>
      {view.state}
      {view.saidAs === null ? '' : ` (${view.saidAs})`}
    </dd>
    <dt>Seen in</dt>
    <dd>{view.seenIn}</dd>
  </dl>
);

const Say = ({ view }: { view: FixView }) => {
  if (view.stateName === 'gone') return null;
  return (
    <form method="post" action={`/data/fixes/${view.id}${view.search}`} className="no-print">
      {view.stateName === 'said-fixed' ? (
        <p>
          The next data will show whether it is gone.{' '}
          <LinkButton name="act" value="not-fixed">
            It is not mended yet
          </LinkButton>
        </p>
      ) : (
        <SubmitButton name="act" value="said-fixed">
          It is mended
        </SubmitButton>
      )}
    </form>
  );
};

const Touches = ({ view }: { view: FixView }) => (
  <section className="section" aria-labelledby="touches">
    <h2 id="touches">What it touches</h2>
    {view.measures.length === 0 ? <p className="soft">No measure by itself.</p> : null}
    <ul>
      {view.measures.map(({ title, slug }) => (
        <li key={slug}>
          <a href={`/measures/${slug}`}>{title}</a>
        </li>
      ))}
    </ul>
    {view.federal === null ? null : <p>{view.federal}</p>}
  </section>
);

const Assign = ({ view }: { view: FixView }) =>
  view.assign.length === 0 ? null : (
    <section className="section no-print" aria-labelledby="assign">
      <h2 id="assign">Who mends it</h2>
      <form method="post" action={`/data/fixes/${view.id}${view.search}`}>
        <FilterSelect name="to" label="County or unit" chosen={view.assignedPlace} choices={view.assign} />
        <div className="choice">
          <input
            type="checkbox"
            id="supervisor"
            name="supervisor"
            value="yes"
            defaultChecked={view.forSupervisor}
          />
          <label htmlFor="supervisor">The supervisor there</label>
        </div>
        <SubmitButton isQuiet name="act" value="assign">
          Give it to them
        </SubmitButton>
      </form>
    </section>
  );

const Notes = ({ view, refused }: { view: FixView; refused: RefusedNote | null }) => (
  <section className="section" aria-labelledby="notes">
    <h2 id="notes">Notes</h2>
    {view.notes.length === 0 ? <p className="soft">None yet.</p> : null}
    <ul>
      {view.notes.map(({ text, by, at }) => (
        <li key={`${at} ${text}`}>
          {text}{' '}
          <span className="soft">
            ({by}, {at})
          </span>
        </li>
      ))}
    </ul>
    <form method="post" action={`/data/fixes/${view.id}${view.search}`} className="page-form no-print">
      <TextField
        name="text"
        label="Add a note"
        type="text"
        autoComplete="off"
        hint="What you found, or why it has to wait. No names."
        initial={refused?.text ?? ''}
        problem={refused?.problem}
      />
      <SubmitButton isQuiet name="act" value="note">
        Add the note
      </SubmitButton>
    </form>
  </section>
);

export const FixPage = ({ view, refused }: { view: FixView; refused: RefusedNote | null }) => (
  <div className="page page-narrow">
    <p className="crumbs">
      <a href={`/data/fixes${view.search}`}>Records to mend</a>
    </p>
    <h1>{view.title}</h1>
    <p className="lead">{view.wrong}</p>
    <p>
      <b>{view.toDo}</b> {view.due}
    </p>
    <Facts view={view} />
    <Say view={view} />
    <Touches view={view} />
    <Assign view={view} />
    <Notes view={view} refused={refused} />
  </div>
);
