import { assignmentText } from '../../../commons/permissions/actor.ts';
import { programVersion } from '../../../platform/program-version.ts';
import { fresh } from '../answer.ts';
import { getAgency } from '../contract/agency.ts';
import { withToken } from '../with-token.ts';

export const loader = withToken(getAgency, ({ actor, token }) =>
  fresh(async () => ({
    name: actor.agency,
    program: { name: 'Midcourse' as const, version: programVersion },
    token: {
      name: token.name,
      expiresOn: token.expiresOn,
      opens: actor.assignments.map((held) => ({ ...held, inWords: assignmentText(held) })),
    },
  })),
);
