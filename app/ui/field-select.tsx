import { FormGroup, Label, Select } from '@trussworks/react-uswds';
import type { Choice } from './filter-select.tsx';

interface FieldSelectProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | null;
  readonly chosen: string;
  readonly choices: readonly Choice[];
}

/** A labelled choice of a form, its hint read with it. */
export const FieldSelect = ({ name, label, hint, chosen, choices }: FieldSelectProps) => (
  <FormGroup>
    <Label htmlFor={name}>{label}</Label>
    {hint ? (
      <div className="usa-hint" id={`${name}-hint`}>
        {hint}
      </div>
    ) : null}
    <Select id={name} name={name} defaultValue={chosen} aria-describedby={hint ? `${name}-hint` : undefined}>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </Select>
  </FormGroup>
);
