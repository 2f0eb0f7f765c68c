import {
  catalog,
  type PublishedMeasure,
  standingPublication,
  getPublishedState as statePublished,
} from '../../../rooms/measures/public.ts';
import { fresh } from '../answer.ts';
import { getPublishedState } from '../contract/published.ts';
import { withToken } from '../with-token.ts';

const standingAnswer = ({ standing }: PublishedMeasure) =>
  standing && {
    window: standing.window,
    status: standing.status,
    riskStandardized: standing.rsp && {
      value: standing.rsp.value,
      interval: [standing.rsp.interval[0], standing.rsp.interval[1]] as [number, number],
    },
    observed: standing.observed,
    nationalPerformance: standing.nationalPerformance,
  };

export const loader = withToken(getPublishedState, ({ params }) =>
  fresh(async () => {
    const { state, name, measures } = statePublished(params.state);
    return {
      ...{ state, name },
      standingFrom: standingPublication,
      measures: measures.map((one) => ({
        measure: one.measure,
        title: catalog[one.measure].title,
        unit: catalog[one.measure].unit.words,
        standing: standingAnswer(one),
        observed: [...one.observed],
      })),
    };
  }),
);
