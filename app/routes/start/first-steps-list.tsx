import type { ReactNode } from 'react';
import type { FirstStep } from './first-steps.ts';

interface StepWords {
  readonly title: string;
  readonly yours: ReactNode;
  readonly others: string;
}

const words: Readonly<Record<FirstStep['id'], StepWords>> = {
  files: {
    title: 'Bring in your files',
    yours: (
      <>
        AFCARS and NCANDS files as you send them, or our open package, <a href="/data">go in as they are</a>.
        An extract of your own, from Excel or as CSV,{' '}
        <a href="/data/extracts">is matched to our words once</a> and recognised every month after that.
        Nothing leaves this machine.
      </>
    ),
    others: 'An analyst or an administrator brings in the case files.',
  },
  values: {
    title: 'Say what you stand for',
    yours: (
      <>
        <a href="/values/examples">Choose from examples</a> or <a href="/values/new">write your own</a>. The
        board has a row for each, with the measures that tell whether it shows.
      </>
    ),
    others: 'A leader or an administrator writes down what the agency stands for.',
  },
  people: {
    title: 'Invite the others',
    yours: (
      <>
        <a href="/people">Caseworkers, supervisors, analysts, partners</a>: each with a role and a place.
        Everyone sees what is theirs to see.
      </>
    ),
    others: 'An administrator invites the others.',
  },
};

/** In their order, each with what is done and who can do it. */
export const FirstStepsList = ({ steps }: { steps: readonly FirstStep[] }) => (
  <ol className="first-steps">
    {steps.map(({ id, isDone, isYours }) => (
      <li key={id} className={isDone ? 'is-done' : undefined}>
        <h2>
          {words[id].title}
          {isDone ? <span className="done"> · done</span> : null}
        </h2>
        <p>{isYours ? words[id].yours : words[id].others}</p>
      </li>
    ))}
  </ol>
);
