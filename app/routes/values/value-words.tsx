import type { SaidWords } from './said-words.ts';

/** The words of a version, without its statement. */
export const WordsFacts = ({ words }: { words: SaidWords }) => (
  <dl className="facts">
    <dt>Why it matters</dt>
    <dd>{words.why}</dd>
    <dt>What we would see</dt>
    <dd>{words.wouldSee}</dd>
    <dt>Who answers for it</dt>
    <dd>{words.ownerRole}</dd>
    <dt>Who was asked</dt>
    <dd>{words.asked}</dd>
  </dl>
);

/** All that was said in one version. */
export const WordsSaid = ({ words }: { words: SaidWords }) => (
  <div className="said">
    <p className="statement">{words.statement}</p>
    <WordsFacts words={words} />
  </div>
);
