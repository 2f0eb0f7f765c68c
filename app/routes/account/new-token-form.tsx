import { SubmitButton } from '../../ui/button.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Held, TokenFields } from './token-fields.ts';

const daysText = (days: number): string => (days === 365 ? 'one year' : `${days} days`);

const Carries = ({ held, chosen }: { held: readonly Held[]; chosen: readonly string[] }) => (
  <fieldset className="plain-fieldset">
    <legend>What it opens</legend>
    {held.map(({ value, text }) => (
      <div className="choice" key={value}>
        <input
          type="checkbox"
          id={`carries-${value}`}
          name="carries"
          value={value}
          defaultChecked={chosen.includes(value) || held.length === 1}
        />
        <label htmlFor={`carries-${value}`}>What you may see as: {text}</label>
      </div>
    ))}
  </fieldset>
);

interface NewTokenFormProps {
  readonly held: readonly Held[];
  readonly lifetimes: readonly number[];
  readonly fields: TokenFields | null;
  readonly problem: string | null;
}

export const NewTokenForm = ({ held, lifetimes, fields, problem }: NewTokenFormProps) => (
  <section className="section" aria-labelledby="new-token">
    <h2 id="new-token">Make one</h2>
    <Refusal problem={problem ?? undefined} />
    <form method="post" className="page-form">
      <TextField
        name="name"
        label="What it is for"
        hint="For example: “Nightly copy to our warehouse”"
        type="text"
        autoComplete="off"
        initial={fields?.name ?? ''}
      />
      <Carries held={held} chosen={fields?.carries ?? []} />
      <FilterSelect
        name="days"
        label="Taken for"
        chosen={fields?.days || '90'}
        choices={lifetimes.map((days) => ({ value: String(days), label: daysText(days) }))}
      />
      <SubmitButton name="act" value="make">
        Make the token
      </SubmitButton>
    </form>
  </section>
);
