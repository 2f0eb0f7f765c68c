import type { z } from 'zod';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import { Invalid } from '../../../platform/errors.ts';
import {
  type Breakdown,
  type FigureRequest,
  figuresOf,
  type MeasureId,
  parseWindow,
  resultsPolicy,
  viewKeyOf,
  type Window,
  windowsOf,
} from '../../../rooms/measures/public.ts';
import { placeAsked, whereAt } from '../../place-asked.ts';
import type { VersionInUse } from '../../version-in-use.ts';
import { listFigures } from '../contract/figures.ts';
import { figureAnswer } from '../figure-answer.ts';
import { sliceOf } from '../pages-of.ts';
import { getReadyVersion } from '../ready-version.ts';
import { withToken } from '../with-token.ts';

type Question = z.output<typeof listFigures.query>;
type Only = Readonly<Partial<Record<Breakdown, string>>>;

const windowsAsked = ({ window, rhythm, from, to }: Question, asOf: string): Window[] => {
  if (window !== undefined && rhythm === undefined && from === undefined && to === undefined)
    return window.map(parseWindow);
  if (window === undefined && rhythm !== undefined && from !== undefined)
    return windowsOf({ rhythm, from, to: to ?? asOf, asOf });
  throw new Invalid(
    'It was not said of which windows.',
    'Give `window`, or `rhythm` with `from`, and not both.',
  );
};

const peopleAsked = ({ age, race_ethnicity, aian_any, sex }: Question): Only =>
  Object.fromEntries(
    Object.entries({ age, race_ethnicity, aian_any, sex }).filter(([, group]) => group !== undefined),
  );

/** One measure after the other, of each its windows: what one page asks of the room. */
const figuresOn = async (
  pairs: readonly (readonly [MeasureId, Window])[],
  { files, asOf }: VersionInUse,
  asked: Pick<FigureRequest, 'by' | 'where'>,
) => {
  const groups = Map.groupBy(pairs, ([measure]) => measure);
  const found = [];
  for (const [measure, own] of groups) {
    const windows = own.map(([, window]) => window);
    found.push(...(await figuresOf(files, { ...asked, measures: [measure], windows, asOf })));
  }
  return found;
};

export const loader = withToken(listFigures, async (call) => {
  const { query } = call;
  const at = placeAsked(call, resultsPolicy['measures.read']);
  scopeFor(call.actor, resultsPolicy['measures.read']);
  const where = { ...whereAt(at), ...peopleAsked(query) };
  const version = await getReadyVersion(call);
  const { asOf, contentId, number } = version;
  return {
    sameWhile: `${number} ${contentId} ${viewKeyOf(version.files, where)}`,
    body: async () => {
      const measures = [...new Set(query.measure)];
      const windows = windowsAsked(query, asOf);
      const pairs = measures.flatMap((measure) => windows.map((window) => [measure, window] as const));
      const { items, next } = sliceOf(call, pairs, number);
      const figures = await figuresOn(items, version, { by: [...new Set(query.by)], where });
      const context = { at, only: where, asOf, dataVersion: number };
      return { data: figures.map((figure) => figureAnswer(figure, context)), next };
    },
  };
});
