import { FieldNotes } from './long-text.tsx';

interface CheckGroupProps {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly notes?: readonly string[];
}

/** Several of a list, by ticking them. */
export const CheckGroup = ({ name, legend, hint, choices, chosen, notes = [] }: CheckGroupProps) => (
  <fieldset className="check-group">
    <legend>{legend}</legend>
    {hint === undefined ? null : <p className="field-hint">{hint}</p>}
    <div className="checks">
      {choices.map(({ value, label }) => (
        <label key={value} className="check">
          <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
          <span>{label}</span>
        </label>
      ))}
    </div>
    <FieldNotes id={`${name}-notes`} notes={notes} />
  </fieldset>
);
