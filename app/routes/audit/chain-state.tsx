import { SubmitButton } from '../../ui/button.tsx';
import { FollowsItself } from '../../ui/follows-itself.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { ChainView } from './audit-view.ts';

const UnderWay = ({ work }: { work: NonNullable<ChainView['underWay']> }) => (
  <>
    <FollowsItself />
    <p role="status">The chain is being read: {work.read}. You may leave the page.</p>
    {work.share === null ? null : (
      <progress className="progress" max={1} value={work.share} aria-label="Read so far">
        {Math.round(work.share * 100)}%
      </progress>
    )}
  </>
);

const LastRead = ({ last }: { last: ChainView['last'] }) => {
  if (last === null) return <p>Nobody has read the chain through from this page yet.</p>;
  if (last.problem !== null)
    return (
      <Notice isConcern>
        <p>
          <b>{last.problem}</b> Read through {last.at}. Compare with a backup, and tell whoever runs the
          database.
        </p>
      </Notice>
    );
  return (
    <p>
      <b>{last.entries} entries, all as they were written</b>, read through {last.at}. Their newest hash:{' '}
      <code className="hash">{last.head}</code>
    </p>
  );
};

/** Whether what was done is still on record as it was written, and how to prove it later. */
export const ChainState = ({ chain }: { chain: ChainView }) => (
  <section className="section" id="chain" aria-labelledby="chain-heading">
    <h2 id="chain-heading">Is it as it was written?</h2>
    <LastRead last={chain.last} />
    <p className="soft">
      Each entry carries a hash over itself and all before it, {chain.entries} by now. Keep the newest hash
      somewhere else, on paper or in another system: it proves later that nothing was cut off at the end
      either. Now it is <code className="hash">{chain.head}</code>
    </p>
    {chain.underWay === null ? (
      <form method="post" action="/audit" className="filters" aria-label="Read the chain through">
        <SearchField name="expected" label="A hash you kept, if you have one" chosen="" />
        <SubmitButton isQuiet name="act" value="verify">
          Read it through
        </SubmitButton>
      </form>
    ) : (
      <UnderWay work={chain.underWay} />
    )}
  </section>
);
