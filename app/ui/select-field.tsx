import { Select } from '@trussworks/react-uswds';
import type { Choice } from './filter-select.tsx';

interface SelectFieldProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly choices: readonly Choice[];
}

/** A labelled choice of a form that changes something. */
export const SelectField = ({ name, label, chosen, choices }: SelectFieldProps) => (
  <div className="field">
    <label htmlFor={name}>{label}</label>
    <Select id={name} name={name} defaultValue={chosen}>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </Select>
  </div>
);
