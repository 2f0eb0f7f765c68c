import type { MarkVersionView, MarkView } from './mark-view.ts';

type Titled = MarkVersionView['moves'];

const Titles = ({ measures }: { measures: Titled }) =>
  measures.map(({ id, title, slug }, index) => (
    <span key={id}>
      {index === 0 ? '' : ', '}
      <a href={`/measures/${slug}`}>{title}</a>
    </span>
  ));

/** What one version of it says, with the charts it stands on. */
export const MarkWords = ({ said }: { said: MarkVersionView }) => (
  <>
    <p>{said.words}</p>
    {said.moves.length === 0 ? null : (
      <p className="small">
        Moves by definition, so that the usual range begins anew: <Titles measures={said.moves} />
      </p>
    )}
    {said.besides.length === 0 ? null : (
      <p className="small">
        Stands on the chart of: <Titles measures={said.besides} />
      </p>
    )}
    {said.source === '' ? null : <p className="small">Source: {said.source}</p>}
  </>
);

export const kindWords: Readonly<Record<MarkView['kind'], string>> = {
  policy: 'Change of policy',
  note: 'Note',
};

export const MarkItem = ({ mark }: { mark: MarkView }) => (
  <li id={`mark-${mark.id}`} className="mark">
    <h3>
      {mark.on}
      {mark.kind === 'policy' ? `: ${mark.label}` : ''}
    </h3>
    <p className="soft small">
      {kindWords[mark.kind]}, {mark.place}
    </p>
    <MarkWords said={mark} />
    {mark.isWithdrawn ? <p>Withdrawn: {mark.changeWhy}</p> : null}
    <p className="soft small">
      {mark.said}
      {mark.version > 1 ? `, version ${mark.version}` : ''} ·{' '}
      <a
        href={`/measures/marks/${mark.id}`}
        aria-label={`Its record: ${mark.on}, ${mark.label || mark.words}`}
      >
        Its record
      </a>
    </p>
  </li>
);
