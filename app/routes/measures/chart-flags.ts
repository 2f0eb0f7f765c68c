/** What is flagged on charts: decisions and notes together, numbered by day, so that a number means one thing on a page. */
import { isAllowed } from '../../commons/permissions/permission.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import {
  listMarks,
  type Mark,
  type MeasureId,
  marksOn,
  marksPolicy,
  measureIds,
} from '../../rooms/measures/public.ts';
import type { ChartFlag } from '../../ui/charts/run-points.ts';
import { shortened } from '../../words/shortened.ts';
import { readDecisionFlags } from '../decisions/decision-flags.ts';
import type { Visit } from '../page.ts';

type Reader = Pick<Visit, 'services' | 'actor'>;
type Where = Readonly<Record<string, string | undefined>>;
type Flag = Omit<ChartFlag, 'number'>;

/** Those that the reader may see; none for who may see none. */
export const readMarks = async ({ services, actor }: Reader): Promise<readonly Mark[]> => {
  const permission = marksPolicy['marks.read'];
  return isAllowed(actor.assignments, permission)
    ? listMarks(services.database, scopeFor(actor, permission))
    : [];
};

const asFlag = ({ id, on, words }: Mark): Flag => ({
  ...{ on, label: shortened(words), href: `/measures/marks#mark-${id}` },
});

const numbered = (flags: readonly Flag[]): ChartFlag[] =>
  flags.toSorted((a, b) => a.on.localeCompare(b.on)).map((flag, index) => ({ ...flag, number: index + 1 }));

/** By measure: of one, or of all. */
export const readFlags = async (
  reader: Reader,
  where: Where = {},
  measure?: MeasureId,
): Promise<ReadonlyMap<string, readonly ChartFlag[]>> => {
  const decisions = await readDecisionFlags(reader, where, measure);
  const notes = (await readMarks(reader)).filter(({ kind }) => kind === 'note');
  const ids = measure === undefined ? measureIds : [measure];
  const flagsOf = (id: MeasureId): ChartFlag[] =>
    numbered([...(decisions.get(id) ?? []), ...marksOn(notes, id, where).map(asFlag)]);
  return new Map(ids.map((id) => [id, flagsOf(id)] as const).filter(([, flags]) => flags.length > 0));
};
