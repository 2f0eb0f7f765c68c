import { ErrorMessage, FormGroup, Label, TextInput } from '@trussworks/react-uswds';

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly type: 'email' | 'password' | 'text';
  readonly autoComplete: string;
  readonly initial?: string;
  readonly problem?: string | undefined;
}

/** A labelled field whose problem, if any, is read with it. */
export const TextField = ({ name, label, type, autoComplete, initial, problem }: TextFieldProps) => (
  <FormGroup error={problem !== undefined}>
    <Label htmlFor={name}>{label}</Label>
    {problem === undefined ? null : <ErrorMessage id={`${name}-problem`}>{problem}</ErrorMessage>}
    <TextInput
      id={name}
      name={name}
      type={type}
      required
      autoComplete={autoComplete}
      defaultValue={initial}
      aria-describedby={problem === undefined ? undefined : `${name}-problem`}
    />
  </FormGroup>
);
