import { redirect } from 'react-router';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import { Invalid } from '../../../platform/errors.ts';
import {
  extractsPolicy,
  listMappings,
  readMappingText,
  saveMapping,
} from '../../../rooms/measures/public.ts';
import { SubmitButton } from '../../../ui/button.tsx';
import { instantText } from '../../../ui/format/days.ts';
import { Refusal } from '../../../ui/refusal.tsx';
import { signedIn } from '../../page.ts';
import type { Route } from './+types/mappings';

export const meta: Route.MetaFunction = () => [{ title: 'Mappings · Midcourse' }];

export const loader = signedIn(async ({ services, actor }) => {
  const scope = scopeFor(actor, extractsPolicy['mappings.change']);
  const mappings = await listMappings(services.database, scope);
  return {
    mappings: mappings.map(({ name, version, madeAt }) => ({
      ...{ name, version, madeAt: instantText(madeAt.toISOString()) },
    })),
  };
});

/** A mapping from elsewhere becomes the next version of its name. */
export const action = signedIn(async ({ request, services, actor }) => {
  const scope = scopeFor(actor, extractsPolicy['mappings.change']);
  const form = await request.formData();
  const json = String(form.get('json') ?? '');
  try {
    const { name } = await saveMapping(services.database, scope, readMappingText(json));
    return redirect(`/data/mappings/${encodeURIComponent(name)}`);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { problem: [error.message, error.remedy].filter(Boolean).join(' '), json };
  }
});

export default function Mappings({ loaderData, actionData }: Route.ComponentProps) {
  const { mappings } = loaderData;
  return (
    <div className="page page-narrow">
      <p className="crumbs">
        <a href="/data">Data</a> · <a href="/data/extracts">files from your own system</a> · mappings
      </p>
      <h1>Mappings</h1>
      <p className="meta">A mapping says what the columns and codes of your own files mean.</p>
      <Refusal problem={actionData?.problem} />
      {mappings.length === 0 ? <p className="soft">There are none yet.</p> : null}
      <ul>
        {mappings.map(({ name, version, madeAt }) => (
          <li key={name}>
            <a href={`/data/mappings/${encodeURIComponent(name)}`}>{name}</a>, version {version} of {madeAt}
          </li>
        ))}
      </ul>
      <section className="section" aria-labelledby="bring">
        <h2 id="bring">Bring in a mapping</h2>
        <form method="post">
          <label className="usa-label" htmlFor="json">
            The text of a mapping that was exported (JSON)
          </label>
          <textarea
            className="usa-textarea"
            id="json"
            name="json"
            required
            spellCheck={false}
            defaultValue={actionData?.json}
          />
          <p>
            <SubmitButton>Keep it</SubmitButton>
          </p>
        </form>
      </section>
    </div>
  );
}
