import type { ReactNode } from 'react';
import { StandingMark } from '../../ui/standing-mark.tsx';
import type { CardView, ConsultedLine, HistoryLine } from './card-view.ts';

const Lines = ({ text }: { text: string }) =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => <p key={line}>{line}</p>);

const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section className="thin-section" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);

const none = (words: string) => <p className="soft">{words}</p>;

const Expected = ({ view }: { view: CardView }) => (
  <Part
    id="expected"
    title={view.state === 'draft' ? 'What we expect' : 'What we expected, locked when it was decided'}
  >
    {view.expected === null ? (
      none('No effect on a measure was written down.')
    ) : (
      <p>
        <b>{view.expected.effect}</b>
        {view.expected.size === null ? '' : `, ${view.expected.size}`}, by {view.expected.by}.{' '}
        {view.expected.sure}.{' '}
        {view.expected.slug === null ? (
          view.expected.measure
        ) : (
          <a href={`/measures/${view.expected.slug}`}>{view.expected.measure}</a>
        )}
      </p>
    )}
    {view.wouldChangeOurMind === '' ? null : (
      <>
        <h3>What would change our mind</h3>
        <Lines text={view.wouldChangeOurMind} />
      </>
    )}
  </Part>
);

const Values = ({ view }: { view: CardView }) => (
  <Part id="values" title="Values it serves">
    {view.serves.length === 0 ? none('None was named.') : null}
    {view.serves.map((statement) => (
      <p key={statement}>{statement}</p>
    ))}
    {view.tradesOff.length === 0 ? null : (
      <>
        <h3>It asks something of</h3>
        {view.tradesOff.map((statement) => (
          <p key={statement}>{statement}</p>
        ))}
      </>
    )}
  </Part>
);

const Figure = ({ line }: { line: ConsultedLine }) => (
  <tr>
    <th scope="row">
      {line.slug === null ? line.title : <a href={`/measures/${line.slug}`}>{line.title}</a>}
    </th>
    <td data-label="Value">
      <span>
        {line.value} {line.counted === '' ? null : <span className="soft">{line.counted}</span>}
      </span>
    </td>
    <td data-label="Window">{line.window}</td>
    <td data-label="From">{line.origin}</td>
  </tr>
);

const Consulted = ({ view }: { view: CardView }) => (
  <Part id="consulted" title="What we looked at">
    {view.consulted.length === 0 ? (
      none('No figure was taken down.')
    ) : (
      <table className="table table-stacks">
        <caption>Each as it stood then; today’s may differ.</caption>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">Value</th>
            <th scope="col">Window</th>
            <th scope="col">From</th>
          </tr>
        </thead>
        <tbody>
          {view.consulted.map((line) => (
            <Figure key={line.title} line={line} />
          ))}
        </tbody>
      </table>
    )}
  </Part>
);

const History = ({ lines }: { lines: readonly HistoryLine[] }) => (
  <Part id="history" title="History">
    <ol className="history">
      {lines.map((line) => (
        <li key={`${line.on} ${line.text}`}>
          <span className="soft">{line.on}</span>{' '}
          {line.href === null ? line.text : <a href={line.href}>{line.text}</a>}
        </li>
      ))}
    </ol>
  </Part>
);

const Text = ({ id, title, text, empty }: { id: string; title: string; text: string; empty: string }) => (
  <Part id={id} title={title}>
    {text === '' ? none(empty) : <Lines text={text} />}
  </Part>
);

/** The card: what was decided, and everything it rests on. */
export const DecisionCard = ({ view }: { view: CardView }) => (
  <>
    <h1>{view.line.statement}</h1>
    <p className="meta">
      <StandingMark shape={view.line.shape}>{view.line.standing}</StandingMark> · {view.line.when} ·{' '}
      {view.line.level}
      {view.line.level.endsWith('Legislature') || view.line.level === 'Court' ? '' : ' level'} ·{' '}
      {view.line.place} · decided by: {view.decidedBy}
    </p>
    <p className="meta">
      {view.line.dueOn === null
        ? view.state === 'draft'
          ? `Look again on: ${view.revisitOn ?? 'not set yet'}`
          : 'It is not waiting to be looked at again.'
        : `We look again on ${view.line.dueOn}.`}
    </p>
    <Expected view={view} />
    <Values view={view} />
    <Text id="dropped" title="Options dropped, and why" text={view.dropped} empty="None was written down." />
    <Consulted view={view} />
    <Text id="voices" title="Whom we asked" text={view.voices} empty="Nobody’s voice was written down." />
    <History lines={view.history} />
  </>
);
