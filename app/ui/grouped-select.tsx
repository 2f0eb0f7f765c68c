import { Select } from '@trussworks/react-uswds';
import type { Choice } from './filter-select.tsx';
import { describedBy, type FieldWords, FormField } from './form-field.tsx';

/** Choices under a heading, or on their own where the heading is empty. */
export interface ChoiceGroup {
  readonly heading: string;
  readonly choices: readonly Choice[];
}

interface GroupedSelectProps extends FieldWords {
  readonly chosen: string;
  readonly groups: readonly ChoiceGroup[];
}

const Options = ({ choices }: { choices: readonly Choice[] }) =>
  choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));

/** One of several. */
export const GroupedSelect = ({ chosen, groups, ...words }: GroupedSelectProps) => (
  <FormField {...words}>
    <Select id={words.name} name={words.name} defaultValue={chosen} aria-describedby={describedBy(words)}>
      {groups.map((group) =>
        group.heading === '' ? (
          <Options key="" choices={group.choices} />
        ) : (
          <optgroup key={group.heading} label={group.heading}>
            <Options choices={group.choices} />
          </optgroup>
        ),
      )}
    </Select>
  </FormField>
);
