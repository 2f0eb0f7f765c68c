import { redirect } from 'react-router';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import { changeDraft, extractsPolicy, getDraft, settleCodes } from '../../../rooms/measures/public.ts';
import { SubmitButton } from '../../../ui/button.tsx';
import { tableWords } from '../../../words/package-columns.ts';
import { signedIn } from '../../page.ts';
import type { Route } from './+types/extract-codes';
import { CodeList } from './code-list.tsx';
import { CodeTable } from './code-table.tsx';
import { codesSaid, codesView } from './codes-view.ts';
import { nextStep, questionsAt, questionText, stepsOf } from './extract-view.ts';
import { OpenQuestions } from './open-questions.tsx';
import { placeOf } from './place-of.ts';
import { Steps } from './steps.tsx';

export const meta: Route.MetaFunction = () => [{ title: 'What the codes mean · Midcourse' }];

export const loader = signedIn(async ({ params, url, services, actor }) => {
  const scope = scopeFor(actor, extractsPolicy['mappings.change']);
  const draft = await getDraft(services, scope, params.id ?? '');
  const place = placeOf(draft, params);
  const open = questionsAt(draft.questions, place).filter(({ kind }) => kind === 'codes');
  return {
    ...{ id: params.id ?? '', table: place.table, ...codesView(draft, place) },
    open: url.searchParams.has('open') || draft.row.basedOn !== null ? open.map(questionText) : [],
  };
});

export const action = signedIn(async ({ request, params, services, actor }) => {
  const scope = scopeFor(actor, extractsPolicy['mappings.change']);
  const id = params.id ?? '';
  const draft = await getDraft(services, scope, id);
  const place = placeOf(draft, params);
  const form = await request.formData();
  const chosen = codesSaid(draft, place, form);
  await changeDraft(services.database, scope, id, (row) => ({
    draft: settleCodes(row.draft, place, chosen),
  }));
  const after = await getDraft(services, scope, id);
  const isOpen = questionsAt(after.questions, place).length > 0;
  return redirect(isOpen ? `${stepsOf(id, place).codes}?open` : nextStep(id, after));
});

export default function ExtractCodes({ loaderData }: Route.ComponentProps) {
  const { id, table, files, columns, lists, open } = loaderData;
  return (
    <div className="page page-narrow">
      <Steps id={id} current="codes" />
      <h1>{tableWords[table]?.title}: what the codes mean</h1>
      <p className="meta">
        {files}. Every value of your file, with how often it is there. What we understood is proposed; say the
        rest. Nothing is dropped that you do not leave blank yourself.
      </p>
      <OpenQuestions sentences={open} />
      <form method="post">
        {columns.length + lists.length === 0 ? <p>No column of this table holds codes.</p> : null}
        {columns.map((column) => (
          <CodeTable key={column.name} column={column} />
        ))}
        {lists.map((list) => (
          <CodeList key={list.from} list={list} />
        ))}
        <p className="go-on">
          <SubmitButton>Keep this and go on</SubmitButton>
        </p>
      </form>
    </div>
  );
}
