import { Button as UswdsButton } from '@trussworks/react-uswds';
import type { ReactNode } from 'react';

interface ButtonProps {
  readonly children: ReactNode;
  readonly isQuiet?: boolean;
  readonly name?: string;
  readonly value?: string;
  /** Sends the form as it is, complete or not. */
  readonly isUnchecked?: boolean;
}

/** Sends its form. */
export const SubmitButton = ({ children, isQuiet = false, name, value, isUnchecked }: ButtonProps) => (
  <UswdsButton
    type="submit"
    outline={isQuiet}
    formNoValidate={isUnchecked}
    {...(name ? { name, value } : {})}
  >
    {children}
  </UswdsButton>
);

interface LinkButtonProps extends ButtonProps {
  /** Read instead of the text, which it begins with: what the act is done to. */
  readonly label?: string;
}

/** Sends its form, and looks like a link: for small acts beside a text. */
export const LinkButton = ({ children, name, value, label }: LinkButtonProps) => (
  <button type="submit" className="link-button" name={name} value={value} aria-label={label}>
    {children}
  </button>
);
