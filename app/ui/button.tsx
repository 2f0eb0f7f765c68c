import { Button as UswdsButton } from '@trussworks/react-uswds';
import type { ReactNode } from 'react';

interface ButtonProps {
  readonly children: ReactNode;
  readonly isQuiet?: boolean;
  readonly name?: string;
  readonly value?: string;
}

/** Sends its form. */
export const SubmitButton = ({ children, isQuiet = false, name, value }: ButtonProps) => (
  <UswdsButton type="submit" outline={isQuiet} {...(name ? { name, value } : {})}>
    {children}
  </UswdsButton>
);

/** Sends its form, and looks like a link: for small acts beside a text. */
export const LinkButton = ({ children, name, value }: ButtonProps) => (
  <button type="submit" className="link-button" name={name} value={value}>
    {children}
  </button>
);
