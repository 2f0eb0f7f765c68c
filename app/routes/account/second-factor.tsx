import { data } from 'react-router';
import type { Refused } from '../../commons/identity/through-handler.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import { Notice } from '../../ui/notice.tsx';
import { type OwnVisit, ownAccount } from '../page.ts';
import { cookieHeaders, fieldsOf, onTo } from '../session/answered.ts';
import type { Route } from './+types/second-factor';
import { BackupCodes, ScanCode, TurnedOff, TurnedOn } from './second-factor-stages.tsx';
import { type Stage, scanStage, startStage } from './second-factor-view.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Second factor · Midcourse' }];

export const loader = ownAccount(async ({ services, person }) => ({
  isOn: person.hasSecondFactor,
  isAsked: person.needsSecondFactor,
  hasPassword: person.hasPassword,
  codesLeft: person.hasSecondFactor ? await services.identity.secondFactor.backupCodesLeft(person.id) : 0,
}));

type Fields = Readonly<Record<string, unknown>>;

/** `keep`: for the frame around the page, which is made with the session that the act has just replaced. */
const shown = ({ keep }: OwnVisit, stage: Stage, cookies: readonly string[]) => {
  keep(cookies);
  return data(stage, { headers: cookieHeaders(cookies) });
};

const refused = (stage: Stage, { status }: Refused) => data(stage, { status });

const begin = async (visit: OwnVisit, fields: Fields) => {
  const answer = await visit.services.identity.secondFactor.begin(fields, visit.request.headers);
  return answer.ok
    ? shown(visit, scanStage(answer.uri), answer.cookies)
    : refused(startStage(answer), answer);
};

const confirm = async (visit: OwnVisit, fields: Fields) => {
  const answer = await visit.services.identity.secondFactor.confirm(fields, visit.request.headers);
  if (answer.ok)
    return shown(visit, { at: 'codes', codes: answer.backupCodes, isNew: false }, answer.cookies);
  return refused(scanStage(String(fields.uri), answer.problem), answer);
};

const renew = async (visit: OwnVisit, fields: Fields) => {
  const { services, request, person } = visit;
  const answer = await services.identity.secondFactor.newBackupCodes(person.id, fields, request.headers);
  return answer.ok
    ? shown(visit, { at: 'codes', codes: answer.backupCodes, isNew: true }, answer.cookies)
    : refused(startStage(answer), answer);
};

const turnOff = async ({ services, request, person }: OwnVisit, fields: Fields) => {
  if (person.needsSecondFactor) throw new Conflict('Your role asks for a second factor.');
  const answer = await services.identity.secondFactor.turnOff(person.id, fields, request.headers);
  return answer.ok ? onTo('/account/second-factor', answer.cookies) : refused(startStage(answer), answer);
};

const acts = { begin, confirm, renew, 'turn-off': turnOff } as const;

export const action = ownAccount(async (visit) => {
  const fields = await fieldsOf(visit.request);
  const act = acts[fields.act as keyof typeof acts];
  if (!act) throw new Invalid('Nothing was chosen to be done.');
  return act(visit, fields);
});

interface StagesProps {
  readonly now: Route.ComponentProps['loaderData'];
  readonly stage: Stage | undefined;
}

const Stages = ({ now, stage }: StagesProps) => {
  if (stage?.at === 'codes') return <BackupCodes {...stage} />;
  if (stage?.at === 'scan') return <ScanCode {...stage} />;
  const problem = stage?.problem;
  return now.isOn ? (
    <TurnedOn isAsked={now.isAsked} codesLeft={now.codesLeft} problem={problem} />
  ) : (
    <TurnedOff problem={problem} />
  );
};

const AgencyAccount = () => (
  <Notice>
    <p>You sign in with your agency account. Its second factor is the one your agency asks for there.</p>
  </Notice>
);

export default function SecondFactorPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <div className="page page-form">
      <p className="crumbs">
        <a href="/account">Your account</a> · second factor
      </p>
      <h1>Second factor</h1>
      {loaderData.isAsked && !loaderData.isOn ? (
        <Notice>
          <p>Your role asks for a second factor. Turn it on, and everything else opens.</p>
        </Notice>
      ) : null}
      {loaderData.hasPassword ? <Stages now={loaderData} stage={actionData} /> : <AgencyAccount />}
      {loaderData.isAsked && !loaderData.isOn ? (
        <form method="post" action="/sign-out" className="below-form">
          <button type="submit" className="link-button">
            Sign out
          </button>
        </form>
      ) : null}
    </div>
  );
}
