/** What whoever writes should know first, and where to turn when a child is in danger. */
export const WritingRules = () => (
  <p className="writing-rules">
    Write the rule, never the family: no names, initials, ages of one child, or record numbers.{' '}
    <b>If a child is in danger now, call your child protection hotline or 911.</b> Nobody watches this form.
  </p>
);
