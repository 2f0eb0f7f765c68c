import { SubmitButton } from '../../ui/button.tsx';
import { CheckGroup } from '../../ui/check-group.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { ShortText } from '../../ui/short-text.tsx';
import type { LookedAtGroup } from './looked-at.ts';
import type { ReviewFields, ReviewRow } from './review-fields.ts';

interface ReviewFormProps {
  readonly fields: ReviewFields;
  readonly problems: readonly string[];
  readonly groups: readonly { readonly value: string; readonly label: string }[];
  readonly lookedAt: readonly LookedAtGroup[];
  readonly hidden: Readonly<Record<string, string>>;
}

const Row = ({ row, at, lookedAt }: { row: ReviewRow; at: number; lookedAt: readonly LookedAtGroup[] }) => (
  <fieldset className="review-row">
    <legend className="visually-hidden">Item {at + 1}</legend>
    <label>
      Looked at
      <select className="usa-select" name={`looked-${at}`} defaultValue={row.lookedAt}>
        <option value="">something else</option>
        {lookedAt.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
    <label>
      Minutes
      <input
        className="usa-input"
        name={`minutes-${at}`}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={row.minutes}
      />
    </label>
    <label>
      In a few words, if you like
      <input className="usa-input" name={`about-${at}`} autoComplete="off" defaultValue={row.about} />
    </label>
  </fieldset>
);

/** One minute: the day, a name, who was there, and what the time went to. */
export const ReviewForm = ({ fields, problems, groups, lookedAt, hidden }: ReviewFormProps) => (
  <form method="post">
    {problems.map((problem) => (
      <Refusal key={problem} problem={problem} />
    ))}
    {Object.entries(hidden).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <input type="hidden" name="rows" value={fields.rows.length} />
    <ShortText
      name="heldOn"
      type="date"
      label="On which day?"
      hint="A day to come makes it planned; what was looked at is added afterwards."
      initial={fields.heldOn}
    />
    <ShortText
      name="title"
      label="What is it called?"
      hint="“Permanency review with the court”"
      initial={fields.title}
    />
    <CheckGroup
      name="atTheTable"
      legend="Who was at the table?"
      hint="Groups, no names."
      choices={groups}
      chosen={fields.atTheTable}
    />
    <fieldset className="check-group">
      <legend>What was looked at, and for how long?</legend>
      <div className="review-rows">
        {fields.rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and no script moves them
          <Row key={at} row={row} at={at} lookedAt={lookedAt} />
        ))}
      </div>
    </fieldset>
    <div className="form-acts">
      <SubmitButton name="act" value="keep">
        Put it on record
      </SubmitButton>
      <SubmitButton isQuiet name="act" value="more">
        More rows
      </SubmitButton>
    </div>
  </form>
);
