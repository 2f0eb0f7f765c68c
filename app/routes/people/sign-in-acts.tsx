import type { ReactNode } from 'react';
import type { PersonListed } from '../../commons/identity/people/reads.ts';
import { SubmitButton } from '../../ui/button.tsx';

const Act = ({ act, button, children }: { act: string; button: string; children: ReactNode }) => (
  <form method="post" className="thin-section">
    <p>{children}</p>
    <SubmitButton isQuiet name="act" value={act}>
      {button}
    </SubmitButton>
  </form>
);

type Facts = Pick<PersonListed, 'hasPassword' | 'hasSecondFactor' | 'isSuspended' | 'openSessions'>;

const sessionsText = (number: number): string => {
  if (number === 0) return 'They are signed in nowhere.';
  return number === 1 ? 'They are signed in in one place.' : `They are signed in in ${number} places.`;
};

/** Everything about how one person gets in: a new password, the second factor, sessions, and whether at all. */
export const SignInActs = ({ person, askedOn }: { person: Facts; askedOn: string | null }) => (
  <section className="section" aria-labelledby="signing-in">
    <h2 id="signing-in">How they sign in</h2>
    {person.hasPassword && !person.isSuspended ? (
      <Act act="new-password" button="Make an address for a new password">
        {askedOn === null
          ? 'With a password. Should they forget it, make an address at which they choose a new one.'
          : `They said on ${askedOn} that they forgot their password. Be sure it was them before you hand over an address.`}
      </Act>
    ) : null}
    {person.hasSecondFactor ? (
      <Act act="reset-second-factor" button="Reset the second factor">
        With a code besides the password. Reset it if they lost both their phone and their backup codes, once
        you are sure that it is them who asks.
      </Act>
    ) : null}
    <Act act="end-sessions" button="Sign them out everywhere">
      {sessionsText(person.openSessions)}
    </Act>
    {person.isSuspended ? (
      <Act act="reopen" button="Open the account again">
        The account is suspended: nobody can sign in with it. What they did stays on record.
      </Act>
    ) : (
      <Act act="suspend" button="Suspend the account">
        Suspend the account when somebody leaves or is away for long. They are signed out at once, and what
        they did stays on record.
      </Act>
    )}
  </section>
);
