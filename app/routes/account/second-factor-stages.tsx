import { SubmitButton } from '../../ui/button.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface Problem {
  readonly problem?: string | undefined;
}

const PasswordFirst = ({ act, button, isQuiet }: { act: string; button: string; isQuiet?: boolean }) => (
  <form method="post">
    <TextField name="password" label="Your password" type="password" autoComplete="current-password" />
    <SubmitButton name="act" value={act} isQuiet={isQuiet ?? false}>
      {button}
    </SubmitButton>
  </form>
);

export const TurnedOff = ({ problem }: Problem) => (
  <>
    <p>
      A password can be seen or guessed. With a second factor it is not enough: you also enter a code that
      your phone shows, in an authenticator app such as the one you may use for your bank.
    </p>
    <p>You need such an app on your phone, and a minute.</p>
    <Refusal problem={problem} />
    <PasswordFirst act="begin" button="Turn it on" />
  </>
);

export const ScanCode = ({ uri, secret, problem }: Problem & { uri: string; secret: string }) => (
  <>
    <ol>
      <li>Open your authenticator app and add an account.</li>
      <li>Point the camera at this picture, or type the key beneath it.</li>
      <li>Enter the six figures the app shows now.</li>
    </ol>
    <QrCode text={uri} label="Picture for your authenticator app. The same as the key in text." />
    <p>
      Key: <code className="one-time">{secret}</code>
    </p>
    <Refusal problem={problem} />
    <form method="post">
      <input type="hidden" name="uri" value={uri} />
      <TextField name="code" label="Code" type="text" autoComplete="one-time-code" isNumber />
      <SubmitButton name="act" value="confirm">
        Confirm
      </SubmitButton>
    </form>
  </>
);

export const BackupCodes = ({ codes, isNew }: { codes: readonly string[]; isNew: boolean }) => (
  <>
    <h2>{isNew ? 'Your new backup codes' : 'It is on. Keep these backup codes'}</h2>
    <p>
      Each opens your account once, should you lose your phone. Print this page or write them down, and keep
      them where you keep your passport. They are not shown again.
    </p>
    <ol className="backup-codes">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ol>
    <p className="no-print">
      <a className="usa-button" href="/">
        I have kept them
      </a>
    </p>
  </>
);

const codesText = (left: number): string => {
  if (left === 0) return 'You have no backup code left.';
  return left === 1 ? 'You have one backup code left.' : `You have ${left} backup codes left.`;
};

export const TurnedOn = (props: Problem & { isAsked: boolean; codesLeft: number }) => (
  <>
    <p>It is on: you sign in with your password and a code from your authenticator app.</p>
    <Refusal problem={props.problem} />
    <section className="section" aria-labelledby="backup">
      <h2 id="backup">Backup codes</h2>
      <p>{codesText(props.codesLeft)} New ones take the place of those from before.</p>
      <details open={props.codesLeft < 3}>
        <summary>Make ten new ones</summary>
        <PasswordFirst act="renew" button="Make new backup codes" />
      </details>
    </section>
    <section className="section" aria-labelledby="off">
      <h2 id="off">Turn it off</h2>
      {props.isAsked ? (
        <p>
          Your role asks for it, so it stays on. Have you a new phone? An administrator can reset it, and you
          turn it on anew.
        </p>
      ) : (
        <details>
          <summary>Sign in with the password alone again</summary>
          <PasswordFirst act="turn-off" button="Turn it off" isQuiet />
        </details>
      )}
    </section>
  </>
);
