import { type Actor, assignmentText } from '../../commons/permissions/actor.ts';
import { isAllowed } from '../../commons/permissions/permission.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { lifetimes } from '../../commons/tokens/forms.ts';
import { tokensPolicy } from '../../commons/tokens/policy.ts';
import { listAllTokens, listOwnTokens, type Token } from '../../commons/tokens/reads.ts';
import { stateOf } from '../../commons/tokens/rules.ts';
import { makeToken, revokeToken } from '../../commons/tokens/writes.ts';
import { todayOn } from '../../platform/clock.ts';
import { Invalid } from '../../platform/errors.ts';
import { dayText } from '../../ui/format/days.ts';
import { Notice } from '../../ui/notice.tsx';
import { signedIn, type Visit } from '../page.ts';
import type { Route } from './+types/tokens';
import { NewTokenForm } from './new-token-form.tsx';
import { heldOf, type TokenFields, tokenFields } from './token-fields.ts';
import { type TokenRow, TokenTable } from './token-table.tsx';

export const meta: Route.MetaFunction = () => [{ title: 'Tokens for programs · Midcourse' }];

const rowOf = (token: Token, madeBy: string | null): TokenRow => ({
  id: token.id,
  name: token.name,
  prefix: token.prefix,
  madeBy,
  opens: token.carries.map(assignmentText).join('; '),
  madeOn: dayText(token.madeAt.toISOString().slice(0, 10)),
  expiresOn: dayText(token.expiresOn),
  lastUsedOn: token.lastUsedOn === null ? null : dayText(token.lastUsedOn),
  state: stateOf(token, todayOn()),
});

const everybodys = async ({
  services,
  actor,
}: Pick<Visit, 'services' | 'actor'>): Promise<TokenRow[] | null> => {
  if (!isAllowed(actor.assignments, tokensPolicy['tokens.manage'])) return null;
  const all = await listAllTokens(services.database, scopeFor(actor, tokensPolicy['tokens.manage']));
  const rows = all.map((token) => rowOf(token, token.madeBy));
  return rows.filter(({ state }) => state === 'in use');
};

export const loader = signedIn(async ({ services, actor }) => {
  const own = await listOwnTokens(services.database, scopeFor(actor, tokensPolicy['tokens.own']));
  return {
    held: heldOf(actor),
    lifetimes: [...lifetimes],
    own: own.map((token) => rowOf(token, null)),
    everybodys: await everybodys({ services, actor }),
  };
});

interface Done {
  readonly made: { readonly token: string; readonly expiresOn: string } | null;
  readonly problem: string | null;
  readonly fields: TokenFields | null;
}

const make = async (visit: Visit, actor: Actor, form: FormData): Promise<Done> => {
  const scope = scopeFor(actor, tokensPolicy['tokens.own']);
  const fields = tokenFields(form);
  try {
    const { token, expiresOn } = await makeToken(visit.services.database, scope, actor, fields.asForm);
    return { made: { token, expiresOn: dayText(expiresOn) }, problem: null, fields: null };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { made: null, problem: [error.message, error.remedy].filter(Boolean).join(' '), fields };
  }
};

/** Makes a token, whose text stands in this one answer; or revokes one, one's own or as an administrator anybody's. */
export const action = signedIn(async (visit): Promise<Done> => {
  const { request, services, actor } = visit;
  const form = await request.formData();
  const act = form.get('act');
  if (act === 'make') return make(visit, actor, form);
  const id = String(form.get('token') ?? '');
  const permission = act === 'revoke-others' ? tokensPolicy['tokens.manage'] : tokensPolicy['tokens.own'];
  await revokeToken(services.database, scopeFor<'tokens.own' | 'tokens.manage'>(actor, permission), id);
  return { made: null, problem: null, fields: null };
});

const Made = ({ made }: { made: NonNullable<Done['made']> }) => (
  <Notice role="status">
    <h2>Your new token</h2>
    <p>
      Copy it now and put it where the program reads it. Only its hash is kept here: nobody can show it again.
      It is taken until {made.expiresOn}.
    </p>
    <p>
      <code className="secret">{made.token}</code>
    </p>
  </Notice>
);

export default function Tokens({ loaderData, actionData }: Route.ComponentProps) {
  const { held, lifetimes: choices, own, everybodys } = loaderData;
  return (
    <div className="page page-narrow">
      <p className="crumbs">
        <a href="/account">Your account</a> · tokens
      </p>
      <h1>Tokens for programs</h1>
      <p className="meta">
        A program that shows a token may read what you may read, as far as you say here, and change nothing.
        What you lose, it loses. <a href="/api">What programs can ask</a>
      </p>
      {actionData?.made ? <Made made={actionData.made} /> : null}
      <section className="section" aria-labelledby="own-tokens">
        <h2 id="own-tokens">Yours</h2>
        {own.length === 0 ? <p className="soft">You have none.</p> : <TokenTable rows={own} act="revoke" />}
      </section>
      <NewTokenForm
        held={held}
        lifetimes={choices}
        fields={actionData?.fields ?? null}
        problem={actionData?.problem ?? null}
      />
      {everybodys === null ? null : (
        <section className="section" aria-labelledby="all-tokens">
          <h2 id="all-tokens">In use in the whole agency</h2>
          {everybodys.length === 0 ? (
            <p className="soft">There are none.</p>
          ) : (
            <TokenTable rows={everybodys} act="revoke-others" />
          )}
        </section>
      )}
    </div>
  );
}
