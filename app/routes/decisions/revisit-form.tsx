import { SubmitButton } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { LongTextField } from '../../ui/long-text-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ShortField } from '../../ui/short-field.tsx';
import { outcomeNames } from '../../words/decision-words.ts';

export interface RevisitFields {
  readonly outcome: string;
  readonly learned: string;
  readonly nextOn: string;
}

const outcomes = Object.entries(outcomeNames).map(([value, label]) => ({ value, label }));

/** Kept, corrected or reversed, and what was learned. */
export const RevisitForm = ({
  fields,
  problems,
}: {
  fields: RevisitFields;
  problems: Readonly<Record<string, string>>;
}) => (
  <section className="section no-print" aria-labelledby="now">
    <h2 id="now">What do we do now?</h2>
    {Object.keys(problems).length === 0 ? null : (
      <Notice isConcern role="alert">
        <p>Nothing is lost, and nothing is saved yet. {problems.form ?? 'See what is marked below.'}</p>
      </Notice>
    )}
    <form method="post" className="decision-form">
      <ChoiceList
        kind="one"
        name="outcome"
        legend="The decision"
        problem={problems.outcome}
        choices={outcomes}
        chosen={[fields.outcome]}
      />
      <LongTextField
        name="learned"
        label="What we learned"
        hint="Also when it did not go as expected: that is worth most. Write of the rule, never of one family."
        initial={fields.learned}
        problem={problems.learned}
        rows={4}
      />
      <ShortField
        name="nextOn"
        label="If it is kept: when we look again (optional)"
        type="date"
        initial={fields.nextOn}
        problem={problems.nextOn}
      />
      <p className="form-actions">
        <SubmitButton>Save</SubmitButton>
      </p>
      <p className="soft small">
        Corrected or reversed opens a new draft that follows this card. This card stays as it is, with what
        was learned.
      </p>
    </form>
  </section>
);
