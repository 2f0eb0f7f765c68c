import { redirect } from 'react-router';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { audienceForm } from '../../commons/sharing/audience.ts';
import { todayOn } from '../../platform/clock.ts';
import { Invalid } from '../../platform/errors.ts';
import {
  correctRecord,
  type Decision,
  decide,
  decisionsPolicy,
  discardDraft,
  shareDecision,
  takeBackDecision,
} from '../../rooms/values/public.ts';
import { shortened } from '../../words/shortened.ts';
import { signedIn, type Visit } from '../page.ts';
import type { Route } from './+types/decision';
import { maySeeMeasures, readCard, rightsOn, sharesOf, statementsFor } from './card-reading.ts';
import { cardView } from './card-view.ts';
import { DecisionActions } from './decision-actions.tsx';
import { DecisionCard } from './decision-card.tsx';

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? shortened(loaderData.view.line.statement) : 'Decision'} · Midcourse` },
];

/** What a draft lacks before it can be decided. */
const missingIn = ({ revisitOn }: Decision): string | null => {
  if (revisitOn === null) return 'It needs a day on which you look again; then it can be decided.';
  return revisitOn <= todayOn() ? 'The day on which you look again has passed. Choose a later one.' : null;
};

export const loader = signedIn(async (visit) => {
  const card = await readCard(visit);
  const { decision } = card;
  return {
    id: decision.id,
    view: cardView(card, await statementsFor(visit), maySeeMeasures(visit)),
    may: rightsOn(visit, decision),
    missing: missingIn(decision),
    ...(await sharesOf(visit, decision)),
  };
});

const acts: Readonly<Record<string, (visit: Visit, decision: Decision, sent: FormData) => Promise<string>>> =
  {
    decide: async ({ services, actor }, { id, place }, sent) => {
      const scope = scopeFor(actor, decisionsPolicy['decisions.decide'], place);
      await decide(services.database, scope, {
        id,
        revision: Number(sent.get('revision')),
        today: todayOn(),
      });
      return `/decisions/${id}`;
    },
    discard: async ({ services, actor }, { id, place }, sent) => {
      const scope = scopeFor(actor, decisionsPolicy['decisions.draft'], place);
      const revision = Number(sent.get('revision'));
      await discardDraft(services.database, scope, { id, revision, today: todayOn() });
      return '/decisions';
    },
    version: async ({ services, actor }, { id, place }) => {
      const scope = scopeFor(actor, decisionsPolicy['decisions.draft'], place);
      return `/decisions/${await correctRecord(services.database, scope, id, todayOn())}/edit`;
    },
    share: async ({ services, actor }, { id, place }, sent) => {
      const scope = scopeFor(actor, decisionsPolicy['decisions.share'], place);
      const audience = audienceForm.safeParse(sent.get('audience'));
      if (!audience.success) throw new Invalid('Nobody was chosen to share it with.');
      await shareDecision(services.database, scope, { id, audience: audience.data, today: todayOn() });
      return `/decisions/${id}`;
    },
    'take-back': async ({ services, actor }, { id, place }, sent) => {
      const scope = scopeFor(actor, decisionsPolicy['decisions.share'], place);
      const audience = audienceForm.safeParse(sent.get('audience'));
      if (!audience.success) throw new Invalid('Nobody was chosen to take it back from.');
      await takeBackDecision(services.database, scope, { id, audience: audience.data });
      return `/decisions/${id}`;
    },
  };

export const action = signedIn(async (visit) => {
  const sent = await visit.request.formData();
  const act = acts[String(sent.get('act'))];
  if (!act) throw new Invalid('Nothing was chosen to be done.');
  const { decision } = await readCard(visit);
  return redirect(await act(visit, decision, sent));
});

export default function DecisionPage({ loaderData }: Route.ComponentProps) {
  const { id, view, may, missing, shares, audiences } = loaderData;
  const { revision, state, isOpen } = view;
  return (
    <div className="page page-narrow">
      <p className="crumbs">
        <a href="/decisions">Decisions</a>
      </p>
      <div className="card-page">
        <article>
          <DecisionCard view={view} />
        </article>
        <aside aria-label="What can be done with it">
          <DecisionActions {...{ id, revision, state, isOpen, may, missing, shares, audiences }} />
        </aside>
      </div>
    </div>
  );
}
