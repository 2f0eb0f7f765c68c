import type { ValueView } from './value-view.ts';
import { WordsFacts } from './value-words.tsx';

type Line = { readonly id: string; readonly about: string };

const Lines = ({
  lines,
}: {
  lines: readonly (Line & { readonly href: string; readonly text: string })[];
}) => (
  <ul className="plain-list">
    {lines.map((line) => (
      <li key={line.id}>
        <a href={line.href}>{line.text}</a>
        <span className="soft small"> · {line.about}</span>
      </li>
    ))}
  </ul>
);

/** Decisions, course changes and reviews that were about this value. */
export const DoneForIt = ({ view }: { view: ValueView }) => (
  <section className="section" aria-labelledby="done">
    <h2 id="done">What was done for it</h2>
    <div className="pair">
      <div>
        <h3>Decisions</h3>
        {view.decisions.length === 0 ? <p className="soft">None names it yet.</p> : null}
        <Lines
          lines={view.decisions.map((line) => ({
            ...line,
            href: `/decisions/${line.id}`,
            text: line.statement,
          }))}
        />
        <p className="small soft">
          Course changes: {view.changes === 0 ? 'none yet' : view.changes}. Voices:{' '}
          {view.voices === 0 ? 'none yet' : view.voices}.
        </p>
      </div>
      <div>
        <h3>Reviews that looked at it</h3>
        {view.reviews.length === 0 ? <p className="soft">None looked at it or at what measures it.</p> : null}
        <Lines
          lines={view.reviews.map((line) => ({ ...line, href: `/reviews/${line.id}`, text: line.title }))}
        />
      </div>
    </div>
  </section>
);

/** Every wording it ever had, newest first. */
export const Versions = ({ versions }: Pick<ValueView, 'versions'>) => (
  <section className="section" aria-labelledby="versions">
    <h2 id="versions">How it was said over time</h2>
    <ol className="plain-list">
      {versions.map((version) => (
        <li key={version.number}>
          <h3>{version.words.statement}</h3>
          <p className="small soft">
            Version {version.number}, since {version.on} · {version.by}
          </p>
          {version.changeWhy === '' ? null : <p>Why it changed: {version.changeWhy}</p>}
          <details>
            <summary>
              All its words<span className="visually-hidden">, version {version.number}</span>
            </summary>
            <WordsFacts words={version.words} />
          </details>
        </li>
      ))}
    </ol>
  </section>
);
