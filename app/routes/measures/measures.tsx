import { catalog, type MeasureKind, measureIds } from '../../rooms/measures/public.ts';
import { DirectionMark } from '../../ui/direction-mark.tsx';
import { windowText } from '../../ui/format/days.ts';
import { valueText } from '../../ui/format/numbers.ts';
import { signedIn } from '../page.ts';
import { findReadyVersion } from '../prepared-version.ts';
import type { Route } from './+types/measures';
import { type Summaries, summariesOf } from './summaries-in-memory.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Measures · Midcourse' }];

const kinds: readonly { readonly kind: MeasureKind; readonly heading: string; readonly gloss: string }[] = [
  { kind: 'outcome', heading: 'Outcomes', gloss: 'How children and families are.' },
  { kind: 'practice', heading: 'Practice', gloss: 'What we do that should help.' },
  {
    kind: 'balancing',
    heading: 'Balancing',
    gloss: 'What must be seen beside the others; neither way is better by itself.',
  },
  {
    kind: 'compliance',
    heading: 'Compliance counts',
    gloss: 'Promises we keep. They do not tell us whether families are better off.',
  },
];

const itemOf = (id: (typeof measureIds)[number], summaries: Summaries | null) => {
  const { title, slug, question, kind, unit } = catalog[id];
  const summary = summaries?.[id];
  return {
    ...{ id, title, slug, question, kind },
    sentence: summary?.sentence ?? null,
    reading: summary && summary.run.reading !== 'unknown' ? summary.run.reading : ('steady' as const),
    isUp: summary?.run.isUp ?? false,
    last: summary?.last
      ? `${valueText(summary.last, unit)}${unit.per === 100 ? '' : ` ${unit.short}`}, final, ${windowText(summary.last.window.from, summary.last.window.to)}`
      : null,
  };
};

type Item = ReturnType<typeof itemOf>;

export const loader = signedIn(async (visit) => {
  const found = await findReadyVersion(visit);
  const summaries = found.state === 'ready' ? await summariesOf(found.version.files) : null;
  return { items: measureIds.map((id) => itemOf(id, summaries)) };
});

const MeasureItem = ({ item }: { item: Item }) => (
  <li>
    <a href={`/measures/${item.slug}`}>{item.title}</a>
    <p>{item.question}</p>
    {item.sentence === null ? null : (
      <p className="soft">
        <DirectionMark reading={item.reading} isUp={item.isUp} />
        {item.sentence}
        {item.last === null ? '' : ` · ${item.last}`}
      </p>
    )}
  </li>
);

export default function Measures({ loaderData }: Route.ComponentProps) {
  return (
    <div className="page page-narrow">
      <h1>Measures</h1>
      <p className="meta">
        Fourteen questions, each with its definition, its counterpart and everything needed to check it.{' '}
        <a href="/measures/marks">Changes of policy and notes on the charts</a>
      </p>
      {kinds.map(({ kind, heading, gloss }) => (
        <section key={kind} className="section" aria-labelledby={`kind-${kind}`}>
          <h2 id={`kind-${kind}`}>{heading}</h2>
          <p className="soft">{gloss}</p>
          <ul className="measure-list">
            {loaderData.items
              .filter((item) => item.kind === kind)
              .map((item) => (
                <MeasureItem key={item.id} item={item} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
