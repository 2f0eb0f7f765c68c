/** What the two messages say. They hold no name: whoever reads over a shoulder learns only that there is an account. */
import type { Message } from '../mail/mail.ts';

interface Link {
  readonly to: string;
  readonly address: string;
  readonly agency: string;
}

export const invitationMessage = ({ to, address, agency }: Link): Message => ({
  to,
  subject: `${agency} invites you to Midcourse`,
  text: `${agency} uses Midcourse to see whether what it does makes a difference for children and families, and invites you to it.

Open this address to choose your password. It works once, for seven days:

${address}

If you did not expect this, you need not do anything.
`,
});

export const newPasswordMessage = ({ to, address, agency }: Link): Message => ({
  to,
  subject: 'Choose a new password for Midcourse',
  text: `Somebody, probably you, said that the password of your Midcourse account at ${agency} is forgotten.

Open this address to choose a new one. It works once, for a day:

${address}

If it was not you, do nothing: your password stays as it is.
`,
});
