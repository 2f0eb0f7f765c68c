import { SubmitButton } from '../../ui/button.tsx';
import { LongText } from '../../ui/long-text.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface PersonSearchProps {
  readonly may: boolean;
  readonly problem: string | undefined;
  readonly fields: { readonly email: string; readonly reason: string };
}

/** The audit is not a record of how people work; looking for one person takes a reason, which comes first. */
export const PersonSearchForm = ({ may, problem, fields }: PersonSearchProps) => (
  <section className="section" id="person" aria-labelledby="person-heading">
    <h2 id="person-heading">What one person did</h2>
    {may ? (
      <form method="post" action="/audit#person" className="page-form">
        <p>
          The audit says what was done to things; it is not there to judge how somebody works. If you must
          look for one person, say why: your reason is put on record first, where others who read the audit
          see it.
        </p>
        <Refusal problem={problem} />
        <TextField
          name="email"
          label="The person’s e-mail address"
          type="text"
          autoComplete="off"
          initial={fields.email}
        />
        <LongText
          name="reason"
          label="Why"
          hint="For example: “Their laptop was stolen on 3 March; what was seen with their account since then?”"
          initial={fields.reason}
        />
        <SubmitButton isQuiet name="act" value="person">
          Put it on record and search
        </SubmitButton>
      </form>
    ) : (
      <p>A security officer can search by person, with a reason that is put on record first.</p>
    )}
  </section>
);
