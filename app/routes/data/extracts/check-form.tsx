import { SubmitButton } from '../../../ui/button.tsx';

/** Asks for the day the files speak of, and has every row checked. */
export const CheckForm = ({ asOf, isAgain }: { asOf: string; isAgain: boolean }) => (
  <section className="section" aria-labelledby="check">
    <h2 id="check">{isAgain ? 'Check again, as of another day' : 'Check every row'}</h2>
    <form method="post">
      <label className="usa-label" htmlFor="asOf">
        Up to which day do these files tell?
      </label>
      <div className="usa-hint" id="asOf-hint">
        The day the extract was made. Blank: the latest day in the files.
      </div>
      <input
        className="usa-input"
        id="asOf"
        type="date"
        name="asOf"
        defaultValue={asOf}
        aria-describedby="asOf-hint"
      />
      <p>
        <SubmitButton isQuiet={isAgain} name="act" value="check">
          {isAgain ? 'Check again' : 'Check every row'}
        </SubmitButton>
      </p>
    </form>
  </section>
);
