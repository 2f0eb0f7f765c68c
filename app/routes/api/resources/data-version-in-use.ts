import { getVersionInUse } from '../../version-in-use.ts';
import { fresh } from '../answer.ts';
import { getDataVersionInUse } from '../contract/data-versions.ts';
import { dataVersionAnswer } from '../data-version-answer.ts';
import { withToken } from '../with-token.ts';

export const loader = withToken(getDataVersionInUse, (call) =>
  fresh(async () => dataVersionAnswer(await getVersionInUse(call))),
);
