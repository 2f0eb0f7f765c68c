import { ErrorMessage, FormGroup, Label } from '@trussworks/react-uswds';
import { FieldNotes } from './long-text.tsx';

interface ShortTextProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'date' | 'number';
  readonly initial?: string;
  readonly problem?: string | undefined;
  readonly notes?: readonly string[];
}

/** One line of somebody's own. What is missing is said by the page, so that it can be said in words. */
export const ShortText = ({
  name,
  label,
  hint,
  type = 'text',
  initial = '',
  problem,
  notes = [],
}: ShortTextProps) => {
  const described = [
    hint === undefined ? null : `${name}-hint`,
    problem === undefined ? null : `${name}-problem`,
    notes.length === 0 ? null : `${name}-notes`,
  ].filter((id) => id !== null);
  return (
    <FormGroup error={problem !== undefined}>
      <Label htmlFor={name}>{label}</Label>
      {hint === undefined ? null : (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem === undefined ? null : <ErrorMessage id={`${name}-problem`}>{problem}</ErrorMessage>}
      <input
        className="usa-input"
        id={name}
        name={name}
        type={type}
        defaultValue={initial}
        autoComplete="off"
        {...(described.length > 0 && { 'aria-describedby': described.join(' ') })}
      />
      <FieldNotes id={`${name}-notes`} notes={notes} />
    </FormGroup>
  );
};
