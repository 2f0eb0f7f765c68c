import { Notice } from '../../ui/notice.tsx';
import type { Refusal } from './save-decision.ts';

const Quoted = ({ words }: { words: readonly string[] }) => (
  <ul>
    {words.map((word) => (
      <li key={word}>“{word}”</li>
    ))}
  </ul>
);

const Asked = ({ signs }: { signs: NonNullable<Refusal['signs']> }) =>
  signs.refused.length > 0 ? (
    <>
      <p>
        <b>This has a record number in it. Write the rule, not the family.</b> Take it out, and save again. If
        it is a count, write it with a comma: 12,000.
      </p>
      <Quoted words={signs.refused} />
    </>
  ) : (
    <>
      <p>
        <b>Is this about one family? Write the rule, not the family.</b> A decision card is read by many
        people. These words look as if they were about somebody:
      </p>
      <Quoted words={signs.asked} />
      <p className="choice">
        <input type="checkbox" id="isAboutARule" name="isAboutARule" value="yes" />
        <label htmlFor="isAboutARule">It is a rule, and not about one family. Save it as it is.</label>
      </p>
    </>
  );

/** Why a form came back, at its top and inside it. Everything that was written is still there. */
export const RefusalNotice = ({ refusal }: { refusal: Refusal | null }) => {
  if (refusal === null) return null;
  const { signs, sentBefore, conflict, problems } = refusal;
  return (
    <Notice isConcern role="alert">
      {signs === null ? null : <Asked signs={signs} />}
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
