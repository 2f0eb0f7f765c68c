import type { ReactNode } from 'react';
import { Picture } from '../../ui/charts/chart.tsx';
import { DirectionMark } from '../../ui/direction-mark.tsx';
import type { BoardMeasure } from '../board/board-view.ts';
import type { GuestView } from './guest-view.ts';

type Value = GuestView['values'][number];

const GuestMeasure = ({ measure, question }: { measure: BoardMeasure; question: string | undefined }) => (
  <article className="guest-measure">
    <h3>
      <DirectionMark
        reading={measure.reading === 'unknown' ? 'steady' : measure.reading}
        isUp={measure.isUp}
      />
      {measure.sentence}
    </h3>
    {question === undefined ? null : <p className="what">{question}</p>}
    {measure.svg === null ? null : <Picture svg={measure.svg} />}
    <p className="last">
      {measure.value === null ? null : <span className="figure">{measure.value}</span>}
      {measure.unit === '' ? null : <span className="unit"> {measure.unit}</span>}
      <span className="small">{measure.counted}</span>
    </p>
    <p className="partner">
      Never alone: {measure.partner.title} <b>{measure.partner.value}</b>
      {measure.partner.word === null ? '' : `, ${measure.partner.word}`}
    </p>
  </article>
);

const GuestValue = ({ value }: { value: Value }) => (
  <section className="value-row" aria-labelledby={`value-${value.id}`}>
    <h2 id={`value-${value.id}`}>{value.statement}</h2>
    <p className="guest-why">{value.why}</p>
    <p className="guest-why">
      <b>What we would see if it were true.</b> {value.wouldSee}
    </p>
    {value.measures.length === 0 ? (
      <p className="soft">No figure says yet whether this shows.</p>
    ) : (
      <div className="value-measures">
        {value.measures.map((measure) => (
          <GuestMeasure
            key={measure.id}
            measure={measure}
            question={value.questions.find(({ id }) => id === measure.id)?.question}
          />
        ))}
      </div>
    )}
  </section>
);

const Decisions = ({ decisions }: { decisions: GuestView['decisions'] }) => (
  <section className="section" aria-labelledby="decisions">
    <h2 id="decisions">What was decided</h2>
    <ul className="guest-decisions">
      {decisions.map(({ id, statement, decidedOn, dueOn, learned }) => (
        <li key={id}>
          <p>{statement}</p>
          <p className="guest-when">
            {decidedOn === null ? null : `Decided ${decidedOn}. `}
            {dueOn === null ? null : `We look again ${dueOn}. `}
            {learned === '' ? null : `What we learned: ${learned}`}
          </p>
        </li>
      ))}
    </ul>
  </section>
);

const HowToRead = () => (
  <section className="section" aria-labelledby="reading">
    <h2 id="reading">How to read this</h2>
    <p>
      The grey band behind a line is how much the figure moves by itself from month to month. A blue triangle
      says that something became better, an orange one that it became worse, by more than that. Every figure
      stands beside another that would show if it were bought dearly.
    </p>
    <p>
      Figures are of the whole state. Nobody is ranked, no figure speaks of few children, and no child can be
      found in them. Last figures are final: the children behind them have been followed to the end.
    </p>
  </section>
);

interface GuestPageProps {
  readonly view: GuestView;
  readonly path: '/public' | '/shared';
  readonly children: ReactNode;
}

/** `children`: what stands above everything else, said to this reader. */
export const GuestPageView = ({ view, path, children }: GuestPageProps) => (
  <div className="page">
    <h1>What we stand for, and whether it shows</h1>
    <p className="lead">{children}</p>
    <p className="meta">
      {view.agency}
      {view.asOf === null ? '' : ` · figures as of ${view.asOf}, data version ${view.dataVersion}`}
      {view.values.length === 0 ? null : (
        <>
          {' '}
          · <a href={`${path}.csv`}>CSV</a> · <a href={`${path}.json`}>JSON</a>
        </>
      )}
    </p>
    {view.values.length === 0 ? (
      <p className="notice">Nothing has been shared yet. When it is, it stands here.</p>
    ) : null}
    {view.values.map((value) => (
      <GuestValue key={value.id} value={value} />
    ))}
    {view.decisions.length === 0 ? null : <Decisions decisions={view.decisions} />}
    <HowToRead />
  </div>
);
