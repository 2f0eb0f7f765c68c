import type { Route } from './+types/api-page';
import { openApiDocument } from './openapi.ts';
import { whoMayAsk } from './operation.ts';
import { OperationSection, WithCode } from './operation-section.tsx';
import { operations } from './operations.ts';
import { apiProblems } from './problem-json.ts';
import { callsAMinute } from './with-token.ts';

export const meta: Route.MetaFunction = () => [{ title: 'For programs · Midcourse' }];

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

type Described = Readonly<Record<string, { readonly get: { readonly parameters: readonly Parameter[] } }>>;

/** It says nothing of the agency, so anybody may read it. */
export const loader = () => {
  const described = openApiDocument().paths as Described;
  return {
    callsAMinute,
    operations: operations.map(({ id, path, summary, description, needs }) => ({
      ...{ id, path, summary, description },
      whoMay: whoMayAsk({ needs }),
      parameters: (described[path]?.get.parameters ?? []).map(({ name, required, description: what }) => ({
        ...{ name, required },
        what: what ?? '',
      })),
    })),
    problems: Object.entries(apiProblems)
      .map(([kind, one]) => ({ kind, ...one }))
      .toSorted((a, b) => a.status - b.status),
  };
};

const Rules = ({ calls }: { calls: number }) => (
  <section className="section" aria-labelledby="rules">
    <h2 id="rules">How to ask</h2>
    <ul>
      <li>
        Send <code>Authorization: Bearer</code> and a token, made under{' '}
        <a href="/account/tokens">your tokens</a>. It opens what its maker may see at that moment, as far as
        it carries their roles. A signed-in browser opens nothing here, and no other site’s page may ask.
      </li>
      <li>Everything is read with GET. Nothing can be changed.</li>
      <li>
        A list comes in pages: <code>limit</code> says how many at most, and <code>next</code> in the answer
        (and the Link header) leads on.
      </li>
      <li>
        Each answer has an ETag. Sent back as <code>If-None-Match</code>, it is answered with 304 as long as
        nothing has changed; for figures, as long as no other data version is in use.
      </li>
      <li>A token may ask {calls} times a minute; RateLimit says what is left.</li>
      <li>
        For programs and generators: <a href="/api/v1/openapi.json">the same as OpenAPI 3.1</a>.
      </li>
    </ul>
    <pre className="sample">
      <code>{`curl -H "Authorization: Bearer $TOKEN" \\
  "https://your-midcourse/api/v1/figures?measure=P1&window=23A23B&by=county"`}</code>
    </pre>
  </section>
);

const Problems = ({ problems }: Pick<Route.ComponentProps['loaderData'], 'problems'>) => (
  <section className="section" aria-labelledby="problems">
    <h2 id="problems">When something cannot be answered</h2>
    <p>
      The answer is <code>application/problem+json</code>, in the sentences of the pages: <code>detail</code>{' '}
      says what happened, <code>whoCan</code> who may, <code>remedy</code> what to do.
    </p>
    <dl className="problems">
      {problems.map(({ kind, status, title, when }) => (
        <div key={kind} id={kind}>
          <dt>
            {status} · {title}
          </dt>
          <dd>
            <WithCode text={when} />
          </dd>
        </div>
      ))}
    </dl>
  </section>
);

export default function ApiPage({ loaderData }: Route.ComponentProps) {
  return (
    <div className="page page-narrow">
      <h1>For programs</h1>
      <p className="lead">
        What the pages show can be read by a program, by the same rules: never more than the person behind it
        may see.
      </p>
      <Rules calls={loaderData.callsAMinute} />
      <section className="section" aria-labelledby="asks">
        <h2 id="asks">What can be asked</h2>
        {loaderData.operations.map((one) => (
          <OperationSection key={one.id} one={one} />
        ))}
      </section>
      <Problems problems={loaderData.problems} />
    </div>
  );
}
