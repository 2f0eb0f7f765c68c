import type { Place } from '../../commons/permissions/place.ts';
import { MixBar } from '../../ui/mix-bar.tsx';
import { complianceCaveat, complianceSentence } from '../../words/figure-sentence.ts';
import { atPlace } from '../at-place.ts';
import type { BoardBeside } from './board-beside.ts';
import type { WhatWeLookAt } from './board-view.ts';
import { type DueDecision, DueDecisions } from './due-decisions.tsx';

interface BesideProps {
  readonly beside: BoardBeside;
  readonly place: Place;
}

const kinds = [
  { kind: 'outcome', label: 'outcomes', words: 'outcomes' },
  { kind: 'practice', label: 'practice', words: 'practice' },
  { kind: 'balancing', label: 'balancing', words: 'balancing' },
  { kind: 'compliance', label: 'compliance counts', words: 'compliance counts' },
] as const;

/** One sentence of what was said and what was done; the page behind it says how it is computed. */
const SayAndDo = ({ beside, place }: BesideProps) => {
  const [before, wish, after] = beside.difference ?? ['', '', ''];
  return (
    <p>
      {before}
      <i>{wish}</i>
      {after} <a href={atPlace('/values/say-and-do', place)}>Say and do</a> ·{' '}
      <a href={atPlace('/values/coverage', place)}>Coverage</a>
    </p>
  );
};

const WhatWeLookAtView = ({ looked, beside, place }: { looked: WhatWeLookAt } & BesideProps) => {
  const parts = kinds.map(({ kind, label }) => ({ kind, label, count: looked.counts[kind] }));
  const shown = parts.filter((part) => part.count > 0);
  const title = shown.map((part) => `${part.count} ${part.label}`).join(', ');
  return (
    <section>
      <h2>What we look at</h2>
      <MixBar parts={parts} title={title} />
      <p className="small soft">{shown.map((part) => part.label).join(' · ')}</p>
      {looked.compliance.length === 0 ? null : (
        <p>
          {complianceSentence(looked.compliance)}. <b>{complianceCaveat}</b>
        </p>
      )}
      <SayAndDo beside={beside} place={place} />
    </section>
  );
};

const HowToRead = () => (
  <section>
    <h2>How to read the small charts</h2>
    <p>
      A point is a month, or a quarter or a year where months hold too few children; the figure below is
      twelve months. The grey band is the range that is usual here: a month inside it is everyday variation.
      Blue marks an improvement, orange a concern, and the sentence says so.
    </p>
    <p>
      The line ends where figures are final. A child has to be followed before we know, so later months are in
      flight: hollow where they are drawn, and never judged.
    </p>
  </section>
);

interface BoardAsideProps extends BesideProps {
  readonly looked: WhatWeLookAt;
  readonly label: string;
  readonly due: readonly DueDecision[];
}

export const BoardAside = ({ looked, label, due, beside, place }: BoardAsideProps) => (
  <aside className="board-aside" aria-label="Beside the values">
    <WhatWeLookAtView looked={looked} beside={beside} place={place} />
    <DueDecisions due={due} />
    <HowToRead />
    <section>
      <h2>Where this comes from</h2>
      <p>
        {label}. <a href="/data">Versions, checks and what was set aside</a>
      </p>
    </section>
  </aside>
);
