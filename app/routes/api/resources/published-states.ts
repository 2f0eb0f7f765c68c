import { listPublishedStates as statesPublished } from '../../../rooms/measures/public.ts';
import { fresh } from '../answer.ts';
import { listPublishedStates } from '../contract/published.ts';
import { sliceOf } from '../pages-of.ts';
import { withToken } from '../with-token.ts';

export const loader = withToken(listPublishedStates, (call) =>
  fresh(async () => {
    const { items, next } = sliceOf(call, statesPublished());
    return { data: items.map((one) => ({ ...one, path: `/api/v1/published/${one.state}` })), next };
  }),
);
