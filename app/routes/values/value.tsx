import { Notice } from '../../ui/notice.tsx';
import { atPlace } from '../at-place.ts';
import { signedIn } from '../page.ts';
import type { Route } from './+types/value';
import { actOnValue } from './value-acts.ts';
import { DoneForIt, Versions } from './value-history.tsx';
import { MeasuresNamed, ValueMeasures } from './value-measures.tsx';
import { ValueSteps } from './value-steps.tsx';
import { valueView } from './value-view.ts';
import { WordsFacts } from './value-words.tsx';

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.words.statement ?? 'Value'} · Midcourse` },
];

export const loader = signedIn(valueView);
export const action = signedIn(actOnValue);

export default function Value({ loaderData, actionData }: Route.ComponentProps) {
  const view = loaderData;
  return (
    <div className="page page-narrow">
      <p className="crumbs">
        <a href={atPlace('/values', view.place)}>Values</a>
      </p>
      <h1>{view.words.statement}</h1>
      <p className="meta">{view.standing}</p>
      {view.retiredWhy === null ? null : (
        <Notice>
          <p>{view.retiredWhy}</p>
        </Notice>
      )}
      <div className="thin-section">
        <WordsFacts words={view.words} />
      </div>
      {view.isGuest ? (
        <MeasuresNamed measures={view.measures} />
      ) : (
        <ValueMeasures view={view} problem={actionData ?? undefined} />
      )}
      {view.isGuest ? null : <DoneForIt view={view} />}
      <ValueSteps view={view} problem={actionData ?? undefined} />
      <Versions versions={view.versions} />
    </div>
  );
}
