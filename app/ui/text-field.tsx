import { ErrorMessage, FormGroup, Label, TextInput } from '@trussworks/react-uswds';

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly type: 'email' | 'password' | 'text';
  readonly autoComplete: string;
  readonly initial?: string;
  /** What to know before answering. */
  readonly hint?: string;
  readonly problem?: string | undefined;
  /** For codes: the keyboard of figures on a phone. */
  readonly isNumber?: boolean;
  readonly isOptional?: boolean;
  /** The list of names it offers. */
  readonly list?: string;
}

/** A labelled field whose hint and problem, if any, are read with it. */
export const TextField = (props: TextFieldProps) => {
  const { name, label, type, autoComplete, initial, hint, problem, isNumber, isOptional, list } = props;
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  return (
    <FormGroup error={problem !== undefined}>
      <Label htmlFor={name}>{label}</Label>
      {hint === undefined ? null : (
        <div className="usa-hint" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {problem === undefined ? null : <ErrorMessage id={`${name}-problem`}>{problem}</ErrorMessage>}
      <TextInput
        id={name}
        name={name}
        type={type}
        required={!isOptional}
        autoComplete={autoComplete}
        list={list}
        defaultValue={initial}
        inputMode={isNumber ? 'numeric' : undefined}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={described || undefined}
      />
    </FormGroup>
  );
};
