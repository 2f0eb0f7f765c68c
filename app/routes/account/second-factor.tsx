import { data } from 'react-router';
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

const shown = (stage: Stage, cookies: readonly string[] = [], status = 200) =>
  data(stage, { status, headers: cookieHeaders(cookies) });

const begin = async ({ services, request }: OwnVisit, fields: Fields) => {
  const answer = await services.identity.secondFactor.begin(fields, request.headers);
  return answer.ok
    ? shown(scanStage(answer.uri), answer.cookies)
    : shown(startStage(answer), [], answer.status);
};

const confirm = async ({ services, request }: OwnVisit, fields: Fields) => {
  const answer = await services.identity.secondFactor.confirm(fields, request.headers);
  if (answer.ok) return shown({ at: 'codes', codes: answer.backupCodes, isNew: false }, answer.cookies);
  return shown(scanStage(String(fields.uri), answer.problem), [], answer.status);
};

const renew = async ({ services, request, person }: OwnVisit, fields: Fields) => {
  const answer = await services.identity.secondFactor.newBackupCodes(person.id, fields, request.headers);
  return answer.ok
    ? shown({ at: 'codes', codes: answer.backupCodes, isNew: true }, answer.cookies)
    : shown(startStage(answer), [], answer.status);
};

const turnOff = async ({ services, request, person }: OwnVisit, fields: Fields) => {
  if (person.needsSecondFactor) throw new Conflict('Your role asks for a second factor.');
  const answer = await services.identity.secondFactor.turnOff(person.id, fields, request.headers);
  return answer.ok
    ? onTo('/account/second-factor', answer.cookies)
    : shown(startStage(answer), [], answer.status);
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
