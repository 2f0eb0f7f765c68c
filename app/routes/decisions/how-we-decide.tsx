import { todayOn } from '../../platform/clock.ts';
import { daysOfGrace, readHowWeDecide, type Share } from '../../rooms/values/public.ts';
import { TwinTableView } from '../../ui/charts/twin-table.tsx';
import { monthText } from '../../ui/format/days.ts';
import { countText, smallCountText } from '../../ui/format/numbers.ts';
import { levelNames } from '../../words/decision-words.ts';
import { signedIn } from '../page.ts';
import type { Route } from './+types/how-we-decide';
import { statementsFor } from './card-reading.ts';
import { readDecisionsAs } from './decisions-scope.ts';

export const meta: Route.MetaFunction = () => [{ title: 'How we decide · Midcourse' }];

const twoColumns = (first: string) => [
  { label: first, isNumber: false },
  { label: 'Decisions', isNumber: true },
];

export const loader = signedIn(async (visit) => {
  const { services, actor } = visit;
  const scope = readDecisionsAs(actor);
  const how = await readHowWeDecide(services.database, scope, todayOn());
  const statements = await statementsFor(visit);
  const served = new Map(how.byValue.map(({ value, count }) => [value, count]));
  const known = [...statements].map(([id, statement]) => [statement, countText(served.get(id) ?? 0)]);
  const gone = how.byValue
    .filter(({ value }) => !statements.has(value))
    .map(({ value, count }) => [value, countText(count)]);
  return {
    how,
    daysOfGrace,
    tables: [
      {
        caption: 'By level',
        columns: twoColumns('Level'),
        rows: how.byLevel.map(({ level, count }) => [levelNames[level], countText(count)]),
      },
      {
        caption: 'By value, in the order of the values; one that serves two counts for both',
        columns: twoColumns('Value'),
        rows: [...known, ...gone, ['None named', countText(how.servingNone)]],
      },
      {
        caption: 'By month',
        columns: twoColumns('Month'),
        rows: how.byMonth.map(({ month, count }) => [monthText(`${month}-01`), countText(count)]),
      },
    ],
  };
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Seven of twelve", "None of twelve", "All twelve" */
const shareText = ({ count, of }: Share): string =>
  count === of && of > 1
    ? `all ${smallCountText(of)}`
    : `${count === 0 ? 'none' : smallCountText(count)} of ${smallCountText(of)}`;

const sentences: readonly {
  readonly of: 'data' | 'voices' | 'expectation' | 'frontline' | 'onTime';
  readonly says: string;
  readonly why: string;
}[] = [
  { of: 'data', says: 'rested on a figure that was taken down.', why: 'Data consulted' },
  { of: 'voices', says: 'say who was asked, and what they said.', why: 'Voices consulted' },
  { of: 'expectation', says: 'said beforehand where it should show.', why: 'Expectation stated' },
  { of: 'frontline', says: 'were made by those who meet families.', why: 'Decided at the frontline' },
  {
    of: 'onTime',
    says: 'revisits were kept on time: by DAYS days after the day that was set.',
    why: 'Revisits kept on time',
  },
];

const Sentences = ({ how, daysOfGrace: days }: Route.ComponentProps['loaderData']) => (
  <dl className="facts">
    {sentences
      .filter(({ of }) => how[of].of > 0)
      .map(({ of, says, why }) => (
        <div key={of} className="fact">
          <dt>{why}</dt>
          <dd>
            {capital(shareText(how[of]))} {says.replace('DAYS', String(days))}
          </dd>
        </div>
      ))}
  </dl>
);

export default function HowWeDecide({ loaderData }: Route.ComponentProps) {
  const { how, tables } = loaderData;
  return (
    <div className="page page-text">
      <p className="crumbs">
        <a href="/decisions">Decisions</a>
      </p>
      <h1>How we decide</h1>
      <p className="meta">
        Of the decisions that you may see. Drafts, and versions that were written again, are not counted.
        Nobody is counted or compared.
      </p>
      {how.decisions === 0 ? (
        <p className="lead">Nothing has been decided yet, so there is nothing to count.</p>
      ) : (
        <>
          <p className="lead">
            {capital(smallCountText(how.decisions))} {how.decisions === 1 ? 'decision' : 'decisions'} so far.
            More is not better: what counts is that they serve what we stand for, and that we look again.
          </p>
          <Sentences {...loaderData} />
          {tables.map((table) => (
            <TwinTableView key={table.caption} table={table} />
          ))}
        </>
      )}
    </div>
  );
}
