import type { FamilySigns } from '../rooms/values/public.ts';

const Quoted = ({ words }: { words: readonly string[] }) => (
  <ul>
    {words.map((word) => (
      <li key={word}>“{word}”</li>
    ))}
  </ul>
);

interface FamilyAskedProps {
  readonly signs: FamilySigns;
  /** "Write the rule, not the family." */
  readonly rule: string;
  /** "A decision card is read by many people." */
  readonly readers: string;
  /** Name of the box by which the writer says that it is about nobody, and its words. */
  readonly field: string;
  readonly confirm: string;
}

/** A text looks as if it were about one family: a record number is refused, everything else asked about. */
export const FamilyAsked = ({ signs, rule, readers, field, confirm }: FamilyAskedProps) =>
  signs.refused.length > 0 ? (
    <>
      <p>
        <b>This has a record number in it. {rule}</b> Take it out, and save again. If it is a count, write it
        with a comma: 12,000.
      </p>
      <Quoted words={signs.refused} />
    </>
  ) : (
    <>
      <p>
        <b>Is this about one family? {rule}</b> {readers} These words look as if they were about somebody:
      </p>
      <Quoted words={signs.asked} />
      <p className="choice">
        <input type="checkbox" id={field} name={field} value="yes" />
        <label htmlFor={field}>{confirm}</label>
      </p>
    </>
  );
