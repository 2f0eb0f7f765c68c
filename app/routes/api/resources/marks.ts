import type { z } from 'zod';
import { parsePlace } from '../../../commons/permissions/place.ts';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import { type Mark, listMarks as marksOf, marksPolicy } from '../../../rooms/measures/public.ts';
import { fresh } from '../answer.ts';
import { listMarks } from '../contract/marks.ts';
import { sliceOf } from '../pages-of.ts';
import { withToken } from '../with-token.ts';

const isAsked = (mark: Mark, { kind, measure, place }: z.output<typeof listMarks.query>): boolean =>
  (kind === undefined || mark.kind === kind) &&
  (measure === undefined || mark.measures.includes(measure)) &&
  (place === undefined || mark.place === parsePlace(place));

const markAnswer = (mark: Mark) => ({ ...mark, measures: [...mark.measures], moves: [...mark.moves] });

export const loader = withToken(listMarks, (call) =>
  fresh(async () => {
    const { services, actor, query } = call;
    const marks = await marksOf(services.database, scopeFor(actor, marksPolicy['marks.read']));
    const { items, next } = sliceOf(
      call,
      marks.filter((mark) => isAsked(mark, query)),
    );
    return { data: items.map(markAnswer), next };
  }),
);
