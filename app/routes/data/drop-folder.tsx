import { SubmitButton } from '../../ui/button.tsx';
import { FieldSelect } from '../../ui/field-select.tsx';
import type { DropView } from './drop-view.ts';

const Now = ({ drop }: { drop: DropView }) => (
  <>
    <p>
      {drop.isOn
        ? `Files left in ${drop.path} are imported by themselves, ${drop.rhythm}.`
        : `Off. When it is on, files left in ${drop.path} are imported by themselves.`}
    </p>
    {drop.isOn ? (
      <dl className="facts">
        <dt>Last look</dt>
        <dd>
          {drop.lastLook ?? 'None yet'}
          {drop.found === null ? '' : `: ${drop.found}`}
          {drop.job === null ? null : (
            <>
              {' '}
              <a href={`/data/imports/${drop.job}`}>What the files said</a>
            </>
          )}
        </dd>
        <dt>Next look</dt>
        <dd>{drop.nextLook}</dd>
      </dl>
    ) : null}
  </>
);

const Change = ({ drop }: { drop: DropView }) => (
  <details>
    <summary>Change it</summary>
    <form method="post" action="/data/drop">
      <p className="choice">
        <input type="checkbox" id="isOn" name="isOn" defaultChecked={drop.isOn} />
        <label htmlFor="isOn">Import what is left in the folder</label>
      </p>
      <FieldSelect name="rhythm" label="Look" chosen={drop.chosen} choices={drop.choices} />
      <p className="choice">
        <input type="checkbox" id="dropInUse" name="putInUse" defaultChecked={drop.putInUse} />
        <label htmlFor="dropInUse">Use each new version as soon as it is complete</label>
      </p>
      <SubmitButton name="act" value="change">
        Keep this
      </SubmitButton>
    </form>
    <form method="post" action="/data/drop">
      <p>
        <SubmitButton isQuiet name="act" value="look">
          Look now
        </SubmitButton>
      </p>
    </form>
  </details>
);

/** Whether files are imported by themselves, when, and what was found. */
export const DropFolder = ({ drop }: { drop: DropView }) => (
  <section className="section" aria-labelledby="drop">
    <h2 id="drop">Drop folder</h2>
    <Now drop={drop} />
    <p className="soft">
      A file is taken when it has not changed for a minute. What was imported goes to <code>done</code>, what
      could not be to <code>refused</code>, each with its report.
      {drop.mayChange ? '' : ' An administrator can change this.'}
    </p>
    {drop.mayChange ? <Change drop={drop} /> : null}
  </section>
);
