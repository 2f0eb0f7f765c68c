import { Select } from '@trussworks/react-uswds';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface FilterSelectProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly choices: readonly Choice[];
}

/** One choice of a filter row. Its value travels in the address, so that a page can be sent to a colleague. */
export const FilterSelect = ({ name, label, chosen, choices }: FilterSelectProps) => (
  <div className="filter">
    <label htmlFor={`filter-${name}`}>{label}</label>
    <Select id={`filter-${name}`} name={name} defaultValue={chosen}>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </Select>
  </div>
);
