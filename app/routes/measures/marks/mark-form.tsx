import { SubmitButton } from '../../../ui/button.tsx';
import { ChoiceList } from '../../../ui/choice-list.tsx';
import { GroupedSelect } from '../../../ui/grouped-select.tsx';
import { LongTextField } from '../../../ui/long-text-field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ShortField } from '../../../ui/short-field.tsx';
import { FamilyAsked } from '../../family-asked.tsx';
import type { MarkChoices } from './mark-choices.ts';
import type { MarkFields } from './mark-fields.ts';
import type { MarkRefusal } from './save-mark.ts';

interface MarkFormProps {
  readonly fields: MarkFields;
  readonly refusal: MarkRefusal | null;
  readonly choices: MarkChoices;
  readonly isCorrection: boolean;
}

export const MarkRefusalNotice = ({ refusal }: { refusal: MarkRefusal | null }) => {
  if (refusal === null) return null;
  const { signs, conflict, problems } = refusal;
  return (
    <Notice isConcern role="alert">
      {signs === null ? null : (
        <FamilyAsked
          signs={signs}
          rule="Write what happened, never to whom."
          readers="Many people read a chart."
          field="isAboutNobody"
          confirm="It is not about one family. Save it as it is."
        />
      )}
      {conflict === null ? null : <p>{conflict} What you wrote is still below.</p>}
      {Object.keys(problems).length === 0 ? null : (
        <p>Nothing is lost, and nothing is saved yet. See what is marked below, mend it, and save again.</p>
      )}
    </Notice>
  );
};

type PartProps = Omit<MarkFormProps, 'refusal'> & { readonly problems: MarkRefusal['problems'] };

interface OtherChartsProps extends Pick<PartProps, 'fields' | 'choices'> {
  readonly problem: string | undefined;
}

const OtherCharts = ({ fields, problem, choices }: OtherChartsProps) => {
  const chosen = fields.measures.filter((measure) => !fields.moves.includes(measure));
  return (
    <details className="fold" open={chosen.length > 0 || problem !== undefined}>
      <summary>Other charts on which it should stand</summary>
      <ChoiceList
        kind="any"
        name="measures"
        legend="On which other charts should it stand?"
        hint="Marked, and nothing else."
        problem={problem}
        choices={choices.measures}
        chosen={chosen}
      />
    </details>
  );
};

const PolicyFields = ({ fields, problems, choices }: PartProps) => (
  <>
    <ShortField
      name="label"
      label="Its name on the chart"
      hint="A few words, such as Alternative response."
      initial={fields.label}
      problem={problems.label}
    />
    <LongTextField
      name="words"
      label="What changed, in one sentence"
      initial={fields.words}
      problem={problems.words}
      isRequired
    />
    <ShortField
      name="source"
      label="Where it can be read"
      hint="A statute, a rule, a memo, and its number."
      initial={fields.source}
      problem={problems.source}
    />
    <ChoiceList
      kind="any"
      name="moves"
      legend="Which measures does it move by definition?"
      hint="Those that count something else from that day on, whatever happens to children. Their usual range begins anew there, for everybody. A change that is hoped to help is none of these: write it down as a decision."
      problem={problems.moves}
      choices={choices.measures}
      chosen={fields.moves}
    />
    <OtherCharts fields={fields} problem={problems.measures} choices={choices} />
  </>
);

const NoteFields = ({ fields, problems, choices }: PartProps) => (
  <>
    <LongTextField
      name="words"
      label="What happened, in one sentence"
      hint="Never about one family: no names, initials, ages of one child, or record numbers."
      initial={fields.words}
      problem={problems.words}
      isRequired
    />
    <GroupedSelect
      name="measures"
      label="On which chart?"
      chosen={fields.measures[0] ?? ''}
      problem={problems.measures}
      groups={[{ heading: '', choices: choices.measures }]}
    />
  </>
);

const Where = ({ fields, choices, isCorrection }: PartProps) =>
  isCorrection || choices.places.length < 2 ? (
    <input type="hidden" name="place" value={fields.place} />
  ) : (
    <GroupedSelect
      name="place"
      label="Where"
      hint="It stands on the charts of this place and of what is below it."
      chosen={fields.place}
      groups={[{ heading: '', choices: choices.places }]}
    />
  );

export const MarkForm = ({ refusal, ...form }: MarkFormProps) => {
  const { fields, isCorrection } = form;
  const problems = refusal?.problems ?? {};
  const isPolicy = fields.kind === 'policy';
  return (
    <form method="post" action={isCorrection ? undefined : '/measures/marks/new'} className="decision-form">
      <MarkRefusalNotice refusal={refusal} />
      <input type="hidden" name="kind" value={fields.kind} />
      <input type="hidden" name="formKey" value={fields.formKey} />
      <input type="hidden" name="version" value={fields.version} />
      <Where {...form} problems={problems} />
      <ShortField
        name="on"
        type="date"
        label={isPolicy ? 'From which day?' : 'On which day?'}
        initial={fields.on}
        problem={problems.on}
      />
      {isPolicy ? (
        <PolicyFields {...form} problems={problems} />
      ) : (
        <NoteFields {...form} problems={problems} />
      )}
      {isCorrection ? (
        <LongTextField
          name="why"
          label="Why is it said otherwise?"
          initial={fields.why}
          problem={problems.why}
          rows={2}
          isRequired
        />
      ) : null}
      <p className="form-actions">
        <SubmitButton name="act" value="save">
          {isCorrection ? 'Save as a new version' : isPolicy ? 'Write it down' : 'Note it on the chart'}
        </SubmitButton>
      </p>
    </form>
  );
};
