import { redirect } from 'react-router';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import {
  changeDraft,
  type DraftWithFiles,
  extractsPolicy,
  getDraft,
  proposedTables,
  removeDraft,
  settleTables,
} from '../../../rooms/measures/public.ts';
import { LinkButton, SubmitButton } from '../../../ui/button.tsx';
import { countText } from '../../../ui/format/numbers.ts';
import { Notice } from '../../../ui/notice.tsx';
import { tableWords } from '../../../words/package-columns.ts';
import { signedIn } from '../../page.ts';
import type { Route } from './+types/extract';
import { filesText, nextStep, questionsAt, questionText, stepsOf } from './extract-view.ts';
import { Steps } from './steps.tsx';

export const meta: Route.MetaFunction = () => [{ title: 'What each file is · Midcourse' }];

const groupView = (id: string, draft: DraftWithFiles, index: number) => {
  const group = draft.groups[index];
  const settled = draft.row.draft.sheets[index];
  if (!group) throw new Error('There is no such file.');
  const { profile } = group;
  return {
    index,
    title: filesText(group),
    rows: countText(profile.rows),
    columns: profile.columns.map(({ name }) => name),
    remarks: profile.remarks,
    isSaid: settled !== null && settled !== undefined,
    chosen: settled ? settled.tables.map(({ table }) => table) : proposedTables(profile),
    tables: (settled?.tables ?? []).map(({ table }) => {
      const place = { sheet: index, table };
      return {
        ...{ table, ...stepsOf(id, place) },
        open: questionsAt(draft.questions, place).map(questionText),
      };
    }),
  };
};

export const loader = signedIn(async ({ params, services, actor }) => {
  const scope = scopeFor(actor, extractsPolicy['mappings.change']);
  const id = params.id ?? '';
  const draft = await getDraft(services, scope, id);
  return {
    id,
    basedOn: draft.row.basedOn,
    isOpen: draft.questions.length > 0,
    next: nextStep(id, draft),
    groups: draft.groups.map((_, index) => groupView(id, draft, index)),
  };
});

export const action = signedIn(async ({ request, params, services, actor }) => {
  const scope = scopeFor(actor, extractsPolicy['mappings.change']);
  const id = params.id ?? '';
  const form = await request.formData();
  if (form.get('act') === 'remove') {
    await removeDraft(services, scope, id);
    return redirect('/data/extracts');
  }
  const { groups } = await getDraft(services, scope, id);
  const chosen = groups.map((_, index) => form.getAll(`table-${index}`).map(String));
  await changeDraft(services.database, scope, id, (row) => ({
    draft: settleTables(row.draft, groups, chosen),
  }));
  return redirect(nextStep(id, await getDraft(services, scope, id)));
});

type Group = Route.ComponentProps['loaderData']['groups'][number];

const Tables = ({ group }: { group: Group }) => (
  <fieldset className="boxes">
    <legend>What does it hold?</legend>
    {Object.entries(tableWords).map(([table, { title, hint }]) => (
      <div className="choice" key={table}>
        <input
          type="checkbox"
          id={`table-${group.index}-${table}`}
          name={`table-${group.index}`}
          value={table}
          defaultChecked={group.chosen.includes(table)}
        />
        <label htmlFor={`table-${group.index}-${table}`}>
          {title} <span className="soft">{hint}</span>
        </label>
      </div>
    ))}
  </fieldset>
);

const Open = ({ group }: { group: Group }) => (
  <ul>
    {group.tables.map(({ table, columns, codes, open }) => (
      <li key={table}>
        {tableWords[table]?.title}: <a href={columns}>columns</a>, <a href={codes}>codes</a>
        {open.length === 0 ? ', all settled' : null}
        {open.length === 0 ? null : (
          <ul>
            {open.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </li>
    ))}
  </ul>
);

const File = ({ group }: { group: Group }) => (
  <section className="section" aria-labelledby={`file-${group.index}`}>
    <h2 id={`file-${group.index}`}>{group.title}</h2>
    <p className="meta">
      {group.rows} rows · {group.columns.slice(0, 12).join(', ')}
      {group.columns.length > 12 ? ` and ${group.columns.length - 12} more columns` : ''}
    </p>
    {group.remarks.map((remark) => (
      <p key={remark} className="soft">
        {remark}
      </p>
    ))}
    <Tables group={group} />
    {group.isSaid ? <Open group={group} /> : null}
  </section>
);

export default function Extract({ loaderData }: Route.ComponentProps) {
  const { id, basedOn, isOpen, next, groups } = loaderData;
  return (
    <div className="page page-narrow">
      <Steps id={id} current="files" />
      <h1>What each file is</h1>
      {basedOn === null ? null : (
        <Notice>
          <p>
            Recognised as “{basedOn}”.{' '}
            {isOpen ? (
              <a href={next}>Settle just what is new</a>
            ) : (
              <a href={next}>Nothing is new: check and import</a>
            )}
          </p>
        </Notice>
      )}
      <p className="meta">
        Tick what a file holds; the ticks are our proposal. Leave all empty to leave a file out.
      </p>
      <form method="post">
        {groups.map((group) => (
          <File key={group.index} group={group} />
        ))}
        <p className="go-on">
          <SubmitButton>Keep this and go on</SubmitButton>
        </p>
      </form>
      <form method="post">
        <p>
          <LinkButton name="act" value="remove">
            Take these files out again
          </LinkButton>
        </p>
      </form>
    </div>
  );
}
