/** What Juniper decided, written down through the same writes as anybody's, each on its own day. */
import { systemScope } from '../../../app/commons/permissions/scope.ts';
import { todayOn } from '../../../app/platform/clock.ts';
import type { Services } from '../../../app/request-context.ts';
import { anybody, type Viewer, versionInUse } from '../../../app/rooms/measures/public.ts';
import {
  type ConsultedFigure,
  type DecisionWithHistory,
  decide,
  draftDecision,
  getDecision,
  lookAgain,
  reviseDraft,
  shareDecision,
} from '../../../app/rooms/values/public.ts';
import { type ConsultedVersion, consultFigure } from '../../../app/routes/decisions/consult-figure.ts';
import { keptOf, sinceDecided } from '../../../app/routes/decisions/since-decided.ts';
import { filesOf } from '../../../app/routes/version-in-use.ts';
import { juniperDecisions, type SeedDecision, type SeedRevisit } from '../../../seed/decisions.ts';
import { formKeyOf } from './form-key.ts';
import type { DemoProgress } from './progress.ts';

const scope = systemScope('the demo tells what Juniper decided');

/** An invented state's figures of earlier days: of a real one, only who may see small cells could ask for them. */
const storyteller: Viewer = { ...anybody, small: scope };

interface Telling {
  readonly services: Services;
  readonly version: ConsultedVersion;
  /** Drafts that a revisit opened, by the story they are of. */
  readonly opened: Map<string, string>;
}

const figuresOf = async (
  { version }: Telling,
  { consulted, place, decidedOn }: SeedDecision,
): Promise<ConsultedFigure[]> => {
  const asOf = decidedOn ?? version.asOf;
  const figures: ConsultedFigure[] = [];
  for (const measure of consulted) figures.push(await consultFigure({ ...version, asOf }, measure, place));
  return figures;
};

/** Its card: new, opened by a revisit, or there since an earlier start, which may have been stopped half way. */
const cardOf = async (telling: Telling, story: SeedDecision): Promise<DecisionWithHistory> => {
  const { database } = telling.services;
  const { key, place, form } = story;
  const today = story.decidedOn ?? todayOn();
  const written = { form, consulted: [], recordNumbers: [], isAboutARule: false };
  const opened = telling.opened.get(key);
  const id =
    opened ??
    (
      await draftDecision(database, scope, {
        ...written,
        place,
        today,
        formKey: formKeyOf(`decision ${key}`),
      })
    ).id;
  return getDecision(database, scope, id, today);
};

const revisit = async (telling: Telling, id: string, { opens, on, ...said }: SeedRevisit): Promise<void> => {
  const { services, version } = telling;
  const { decision } = await getDecision(services.database, scope, id, on);
  const since = await sinceDecided({ ...version, asOf: on }, decision, []);
  const next = await lookAgain(services.database, scope, {
    ...{ id, form: said, seen: since && keptOf(since.seen, decision), today: on },
  });
  if (opens !== undefined && next !== null) telling.opened.set(opens, next);
};

/** True where it was written down now. */
const tell = async (telling: Telling, story: SeedDecision): Promise<boolean> => {
  const { database } = telling.services;
  const { form, decidedOn } = story;
  const { decision, followedBy } = await cardOf(telling, story);
  const { id, revision } = decision;
  if (decision.state !== 'draft' || revision !== 1) {
    const opens = story.revisits.at(-1)?.opens;
    if (opens !== undefined && followedBy) telling.opened.set(opens, followedBy.id);
    return false;
  }
  const today = decidedOn ?? todayOn();
  const consulted = await figuresOf(telling, story);
  const written = { form, consulted, recordNumbers: [], isAboutARule: false };
  await reviseDraft(database, scope, { ...written, id, revision, today });
  if (decidedOn === null) return true;
  await decide(database, scope, { id, revision: revision + 1, today });
  for (const one of story.revisits) await revisit(telling, id, one);
  for (const audience of story.sharedWith)
    await shareDecision(database, scope, { id, audience, today: todayOn() });
  return true;
};

/** After the data are there: figures consulted are those of the day. */
export const recordDecisions = async (services: Services, progress: DemoProgress): Promise<void> => {
  const version = await versionInUse(services, scope);
  if (!version) return;
  const { number } = version;
  const telling = {
    services,
    version: {
      number,
      asOf: version.asOf,
      files: await filesOf(services, version, storyteller, () => undefined),
    },
    opened: new Map<string, string>(),
  };
  let written = 0;
  await progress.step('Telling what Juniper decided', async () => {
    for (const story of juniperDecisions) if (await tell(telling, story)) written += 1;
  });
  if (written > 0) progress.line(`  ${written} decisions are written down.`);
};
