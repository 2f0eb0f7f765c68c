import { TextInput } from '@trussworks/react-uswds';
import { describedBy, type FieldWords, FormField } from './form-field.tsx';

interface ShortFieldProps extends FieldWords {
  readonly initial: string;
  readonly type?: 'text' | 'date';
  readonly inputMode?: 'decimal' | 'search';
}

/** A few words, a number, or a day. It may stay empty. */
export const ShortField = ({ initial, type = 'text', inputMode, ...words }: ShortFieldProps) => (
  <FormField {...words}>
    <TextInput
      id={words.name}
      name={words.name}
      type={type as 'text'}
      inputMode={inputMode}
      defaultValue={initial}
      aria-describedby={describedBy(words)}
    />
  </FormField>
);
