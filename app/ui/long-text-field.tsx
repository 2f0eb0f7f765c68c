import { describedBy, type FieldWords, FormField } from './form-field.tsx';

interface LongTextFieldProps extends FieldWords {
  readonly initial: string;
  readonly rows?: number;
  readonly isRequired?: boolean;
}

/** A few sentences. */
export const LongTextField = ({ initial, rows = 3, isRequired = false, ...words }: LongTextFieldProps) => (
  <FormField {...words}>
    <textarea
      className="usa-textarea long-text"
      id={words.name}
      name={words.name}
      rows={rows}
      defaultValue={initial}
      required={isRequired}
      aria-describedby={describedBy(words)}
    />
  </FormField>
);
