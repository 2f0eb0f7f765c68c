import { Notice } from '../../ui/notice.tsx';
import { FamilyAsked } from '../family-asked.tsx';
import type { Refusal } from './save-decision.ts';

/** Why a form came back, at its top and inside it. Everything that was written is still there. */
export const RefusalNotice = ({ refusal }: { refusal: Refusal | null }) => {
  if (refusal === null) return null;
  const { signs, sentBefore, conflict, problems } = refusal;
  return (
    <Notice isConcern role="alert">
      {signs === null ? null : (
        <FamilyAsked
          signs={signs}
          rule="Write the rule, not the family."
          readers="A decision card is read by many people."
          field="isAboutARule"
          confirm="It is a rule, and not about one family. Save it as it is."
        />
      )}
      {sentBefore === null ? null : (
        <p>
          This form was sent before, and <a href={`/decisions/${sentBefore}`}>that decision</a> was saved. You
          changed the words since: sending it now makes a second decision. To change the first one, open it.
        </p>
      )}
      {conflict === null ? null : <p>{conflict} What you wrote is still below.</p>}
      {Object.keys(problems).length === 0 ? null : (
        <p>Nothing is lost, and nothing is saved yet. See what is marked below, mend it, and save again.</p>
      )}
    </Notice>
  );
};
