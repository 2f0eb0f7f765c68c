import { ErrorMessage, FormGroup, Label, Textarea } from '@trussworks/react-uswds';

interface LongTextProps {
  readonly name: string;
  readonly label: string;
  /** What to write, with an example. */
  readonly hint?: string;
  readonly initial?: string;
  readonly rows?: number;
  /** What is missing: the form was refused for it. */
  readonly problem?: string | undefined;
  /** What a colleague would say: nothing is refused for it. */
  readonly notes?: readonly string[];
}

/** Sentences of somebody's own, with what is asked of them and what was noticed read along. */
export const LongText = ({
  name,
  label,
  hint,
  initial = '',
  rows = 3,
  problem,
  notes = [],
}: LongTextProps) => {
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
      <Textarea
        id={name}
        name={name}
        rows={rows}
        defaultValue={initial}
        {...(described.length > 0 && { 'aria-describedby': described.join(' ') })}
      />
      <FieldNotes id={`${name}-notes`} notes={notes} />
    </FormGroup>
  );
};

/** Advice beneath a field: worth a thought, never a refusal. */
export const FieldNotes = ({ id, notes }: { id: string; notes: readonly string[] }) =>
  notes.length === 0 ? null : (
    <ul className="field-notes" id={id}>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
