import type { ReactNode } from 'react';
import { SubmitButton } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { GroupedSelect } from '../../ui/grouped-select.tsx';
import { LongTextField } from '../../ui/long-text-field.tsx';
import { ShortField } from '../../ui/short-field.tsx';
import { sureNames } from '../../words/decision-words.ts';
import type { DecisionWriter } from './decision-writer.ts';
import type { DecisionFields } from './form-fields.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import type { Refusal } from './save-decision.ts';
import { WritingRules } from './writing-rules.tsx';

const sureChoices = [
  { heading: '', choices: Object.entries(sureNames).map(([value, label]) => ({ value, label })) },
];

interface FullFormProps {
  readonly writer: DecisionWriter;
  readonly fields: DecisionFields;
  readonly refusal: Refusal | null;
}

interface PartProps {
  readonly writer: DecisionWriter;
  readonly fields: DecisionFields;
  readonly problems: Readonly<Record<string, string>>;
}

const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section className="section" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);

const What = ({ writer, fields, problems }: PartProps) => (
  <Part id="part-what" title="What is decided">
    <LongTextField
      name="statement"
      label="The decision, in one sentence"
      initial={fields.statement}
      problem={problems.statement}
      isRequired
    />
    <GroupedSelect
      name="level"
      label="Level"
      hint="Where it is decided. What a court or a legislature decided is written down by a leader."
      chosen={fields.level || writer.defaults.level}
      problem={problems.level}
      groups={[{ heading: '', choices: writer.levels }]}
    />
    <ShortField
      name="decidedBy"
      label="Who decides"
      hint="A role or a body. No person’s name is needed."
      initial={fields.decidedBy || writer.defaults.decidedBy}
      problem={problems.decidedBy}
    />
    <LongTextField
      name="dropped"
      label="Options that were dropped, and why"
      initial={fields.dropped}
      problem={problems.dropped}
      rows={4}
    />
  </Part>
);

const Why = ({ writer, fields, problems }: PartProps) => (
  <Part id="part-why" title="Why">
    {writer.values.length === 0 ? (
      <p className="soft">No value has been written down yet.</p>
    ) : (
      <>
        <ChoiceList
          kind="any"
          name="serves"
          legend="Values it serves"
          problem={problems.serves}
          choices={writer.values}
          chosen={fields.serves}
        />
        <ChoiceList
          kind="any"
          name="tradesOff"
          legend="Values it asks something of"
          hint="Most decisions cost one value something. Saying so is honest, not weak."
          problem={problems.tradesOff}
          choices={writer.values}
          chosen={fields.tradesOff}
        />
      </>
    )}
  </Part>
);

const Heard = ({ writer, fields, problems }: PartProps) => (
  <Part id="part-heard" title="What we looked at, and whom we asked">
    <ChoiceList
      kind="any"
      name="consulted"
      legend={`Figures you looked at, of ${writer.placeName}`}
      hint="Each is taken down as it stands now, and stays so."
      choices={writer.measures}
      chosen={fields.consulted}
    />
    <LongTextField
      name="voices"
      label="Whom we asked, and what they said"
      hint="Groups, not people: “the youth council”, “four foster parents of the unit”."
      initial={fields.voices}
      problem={problems.voices}
      rows={4}
    />
  </Part>
);

const Expected = ({ writer, fields, problems }: PartProps) => (
  <Part id="part-expected" title="What we expect">
    <GroupedSelect
      name="effect"
      label="Where we should see it"
      chosen={fields.effect}
      problem={problems.effect}
      groups={writer.allEffects}
    />
    <ShortField
      name="size"
      label="By how much (optional)"
      hint="In the unit of the measure: 5 is five points of a percentage, or five per so many days. Empty: any change that can be seen."
      initial={fields.size}
      problem={problems.size}
      inputMode="decimal"
    />
    <ShortField
      name="by"
      label="By when (optional)"
      hint="Empty: by the day we look again."
      type="date"
      initial={fields.by}
      problem={problems.by}
    />
    <GroupedSelect
      name="sure"
      label="How sure we are"
      chosen={fields.sure || 'likely'}
      problem={problems.sure}
      groups={sureChoices}
    />
    <LongTextField
      name="wouldChangeOurMind"
      label="What would change our mind"
      initial={fields.wouldChangeOurMind}
      problem={problems.wouldChangeOurMind}
    />
    <ShortField
      name="revisitOn"
      label="When we look again"
      type="date"
      initial={fields.revisitOn}
      problem={problems.revisitOn}
    />
  </Part>
);

/** Everything a card holds. */
export const FullForm = ({ writer, fields, refusal }: FullFormProps) => {
  const parts = { writer, fields, problems: refusal?.problems ?? {} };
  return (
    <form method="post" className="decision-form">
      <RefusalNotice refusal={refusal} />
      <input type="hidden" name="kind" value="full" />
      <input type="hidden" name="formKey" value={fields.formKey} />
      <input type="hidden" name="revision" value={fields.revision} />
      <WritingRules />
      <What {...parts} />
      <Why {...parts} />
      <Heard {...parts} />
      <Expected {...parts} />
      <p className="form-actions">
        <SubmitButton name="act" value="draft">
          Keep as a draft
        </SubmitButton>
        {writer.mayDecide ? (
          <SubmitButton isQuiet name="act" value="decide">
            Decide now, and lock it
          </SubmitButton>
        ) : null}
      </p>
    </form>
  );
};
