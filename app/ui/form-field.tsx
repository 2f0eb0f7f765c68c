import { ErrorMessage, FormGroup, Label } from '@trussworks/react-uswds';
import type { ReactNode } from 'react';

export interface FieldWords {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
}

/** What a field is described by, for `aria-describedby`. */
export const describedBy = ({ name, hint, problem }: FieldWords): string | undefined =>
  [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ') || undefined;

/** A label, a hint and a problem round one control whose id is its name. */
export const FormField = ({ children, ...words }: FieldWords & { children: ReactNode }) => (
  <FormGroup error={words.problem !== undefined}>
    <Label htmlFor={words.name} error={words.problem !== undefined}>
      {words.label}
    </Label>
    {words.hint ? (
      <p className="usa-hint field-hint" id={`${words.name}-hint`}>
        {words.hint}
      </p>
    ) : null}
    {words.problem ? <ErrorMessage id={`${words.name}-problem`}>{words.problem}</ErrorMessage> : null}
    {children}
  </FormGroup>
);
