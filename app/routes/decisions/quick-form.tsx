import { SubmitButton } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { dayText } from '../../ui/format/days.ts';
import { GroupedSelect } from '../../ui/grouped-select.tsx';
import { LongTextField } from '../../ui/long-text-field.tsx';
import type { DecisionWriter } from './decision-writer.ts';
import type { DecisionFields } from './form-fields.ts';
import { monthsAfter } from './months-after.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import type { Refusal } from './save-decision.ts';
import { WritingRules } from './writing-rules.tsx';

interface QuickFormProps {
  readonly writer: DecisionWriter;
  readonly fields: DecisionFields;
  readonly refusal: Refusal | null;
}

const spans = [
  { months: 3, words: 'In three months' },
  { months: 6, words: 'In six months' },
  { months: 12, words: 'In a year' },
] as const;

/** Five questions, one minute, a thumb. */
export const QuickForm = ({ writer, fields, refusal }: QuickFormProps) => {
  const { today } = writer.defaults;
  const problems = refusal?.problems ?? {};
  const lookAgain = spans.map(({ months, words }) => ({
    value: String(months),
    label: `${words}, ${dayText(monthsAfter(today, months))}`,
  }));
  return (
    <form method="post" className="decision-form">
      <RefusalNotice refusal={refusal} />
      <input type="hidden" name="kind" value="quick" />
      <input type="hidden" name="formKey" value={fields.formKey} />
      <WritingRules />
      <LongTextField
        name="statement"
        label="What do we decide?"
        hint="One sentence."
        initial={fields.statement}
        problem={problems.statement}
        isRequired
      />
      <GroupedSelect
        name="serves"
        label="For which value?"
        chosen={fields.serves[0] ?? ''}
        problem={problems.serves}
        groups={[{ heading: '', choices: [{ value: '', label: 'None of them' }, ...writer.values] }]}
      />
      <GroupedSelect
        name="effect"
        label="Where should we see it?"
        chosen={fields.effect}
        problem={problems.effect}
        groups={writer.hopedEffects}
      />
      <ChoiceList
        kind="one"
        name="lookAgainIn"
        legend="When do we look again?"
        problem={problems.revisitOn}
        choices={lookAgain}
        chosen={[fields.lookAgainIn]}
      />
      <LongTextField
        name="dropped"
        label="What did we drop, and why?"
        initial={fields.dropped}
        problem={problems.dropped}
      />
      <p className="form-actions">
        {writer.mayDecide ? (
          <SubmitButton name="act" value="decide">
            Record as decided
          </SubmitButton>
        ) : null}
        <SubmitButton isQuiet={writer.mayDecide} name="act" value="draft">
          Keep as a draft
        </SubmitButton>
      </p>
      <p className="soft small">
        Decided by: {writer.defaults.decidedBy}. What is decided is locked. A draft can be changed, and has
        room for more.
      </p>
    </form>
  );
};
