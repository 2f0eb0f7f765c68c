import { redirect } from 'react-router';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import { Invalid } from '../../../platform/errors.ts';
import { extractsPolicy, listDrafts, listMappings, receiveExtract } from '../../../rooms/measures/public.ts';
import { SubmitButton } from '../../../ui/button.tsx';
import { instantText } from '../../../ui/format/days.ts';
import { Refusal } from '../../../ui/refusal.tsx';
import { signedIn } from '../../page.ts';
import { receiveUpload } from '../receive-upload.ts';
import type { Route } from './+types/extracts';

export const meta: Route.MetaFunction = () => [{ title: 'Files from your own system · Midcourse' }];

export const loader = signedIn(async ({ services, actor }) => {
  const scope = scopeFor(actor, extractsPolicy['mappings.change']);
  const drafts = await listDrafts(services.database, scope);
  const mappings = await listMappings(services.database, scope);
  return {
    drafts: drafts.map(({ id, files, madeAt, basedOn }) => ({
      ...{ id, files: files.join(', '), basedOn },
      madeAt: instantText(madeAt.toISOString()),
    })),
    mappings: mappings.map(({ name, version, madeAt, content }) => ({
      ...{ name, version, sheets: content.sheets.map(({ file, sheet }) => sheet ?? file).join(', ') },
      madeAt: instantText(madeAt.toISOString()),
    })),
  };
});

/** Takes the files, looks through every row, and goes to what has to be said about them. */
export const action = signedIn(async ({ request, services, actor }) => {
  const scope = scopeFor(actor, extractsPolicy['mappings.change']);
  try {
    const upload = await receiveUpload(request, services.dataFolder);
    try {
      return redirect(`/data/extracts/${await receiveExtract(services, scope, upload)}`);
    } catch (error) {
      await upload.discard();
      throw error;
    }
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { problem: [error.message, error.remedy].filter(Boolean).join(' ') };
  }
});

type Data = Route.ComponentProps['loaderData'];

const Send = () => (
  <section className="section" aria-labelledby="send">
    <h2 id="send">Send the files of one month together</h2>
    <p>
      CSV, tab-separated or Excel (.xlsx), with the column names and codes of your own system. Send everything
      that belongs together in one go: files and sheets become the tables of one version.
    </p>
    <form method="post" encType="multipart/form-data">
      <label htmlFor="files">Files</label>
      <input className="file-box" id="files" type="file" name="files" multiple required />
      <SubmitButton>Look at the files</SubmitButton>
    </form>
  </section>
);

const Waiting = ({ drafts }: Pick<Data, 'drafts'>) =>
  drafts.length === 0 ? null : (
    <section className="section" aria-labelledby="waiting">
      <h2 id="waiting">Not imported yet</h2>
      <ul>
        {drafts.map(({ id, files, madeAt, basedOn }) => (
          <li key={id}>
            <a href={`/data/extracts/${id}`}>{files}</a>, sent {madeAt}
            {basedOn === null ? '' : `, recognised as “${basedOn}”`}
          </li>
        ))}
      </ul>
    </section>
  );

const Saved = ({ mappings }: Pick<Data, 'mappings'>) => (
  <section className="section" aria-labelledby="saved">
    <h2 id="saved">Saved mappings</h2>
    <p>
      {mappings.length === 0
        ? 'There are none yet. The first is saved when you import; next month its files are recognised.'
        : 'Files with the same columns are recognised by these, whatever the files are called.'}
    </p>
    <ul>
      {mappings.map(({ name, version, madeAt, sheets }) => (
        <li key={name}>
          <a href={`/data/mappings/${encodeURIComponent(name)}`}>{name}</a>, version {version} of {madeAt}:{' '}
          {sheets}
        </li>
      ))}
    </ul>
    <p>
      <a href="/data/mappings">Bring in a mapping from a file</a>
    </p>
  </section>
);

export default function Extracts({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <div className="page page-narrow">
      <p className="crumbs">
        <a href="/data">Data</a> · files from your own system
      </p>
      <h1>Files from your own system</h1>
      <p className="meta">
        You say once what your columns and codes mean. Next month it takes one click, and only what is new is
        asked.
      </p>
      <Refusal problem={actionData?.problem} />
      <Send />
      <Waiting drafts={loaderData.drafts} />
      <Saved mappings={loaderData.mappings} />
    </div>
  );
}
