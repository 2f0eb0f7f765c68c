import { redirect } from 'react-router';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import { changeDraft, extractsPolicy, getDraft, settleColumns } from '../../../rooms/measures/public.ts';
import { SubmitButton } from '../../../ui/button.tsx';
import { tableWords } from '../../../words/package-columns.ts';
import { signedIn } from '../../page.ts';
import type { Route } from './+types/extract-columns';
import { ColumnField } from './column-field.tsx';
import { columnsView } from './columns-view.ts';
import { nextStep, ofColumns, questionsAt, questionText, stepsOf } from './extract-view.ts';
import { OpenQuestions } from './open-questions.tsx';
import { placeOf } from './place-of.ts';
import { Steps } from './steps.tsx';

export const meta: Route.MetaFunction = () => [{ title: 'Which column is which · Midcourse' }];

export const loader = signedIn(async ({ params, url, services, actor }) => {
  const scope = scopeFor(actor, extractsPolicy['mappings.change']);
  const draft = await getDraft(services, scope, params.id ?? '');
  const place = placeOf(draft, params);
  const open = questionsAt(draft.questions, place).filter(ofColumns);
  return {
    ...{ id: params.id ?? '', ...columnsView(draft, place) },
    open: url.searchParams.has('open') || draft.row.basedOn !== null ? open.map(questionText) : [],
  };
});

export const action = signedIn(async ({ request, params, services, actor }) => {
  const scope = scopeFor(actor, extractsPolicy['mappings.change']);
  const id = params.id ?? '';
  const draft = await getDraft(services, scope, id);
  const place = placeOf(draft, params);
  const form = await request.formData();
  const text = (name: string): string => String(form.get(name) ?? '');
  const chosen = new Map(
    columnsView(draft, place).columns.map(({ name }) => {
      const from = text(`from-${name}`);
      // What was said of the days of one column is not said of another.
      const days = from === text(`shown-${name}`) ? text(`days-${name}`) : null;
      return [name, { from, days }] as const;
    }),
  );
  await changeDraft(services.database, scope, id, (row) => ({
    draft: settleColumns(row.draft, draft.groups, place, chosen),
  }));
  const after = await getDraft(services, scope, id);
  const steps = stepsOf(id, place);
  const here = questionsAt(after.questions, place);
  if (here.some(ofColumns)) return redirect(`${steps.columns}?open`);
  return redirect(here.length > 0 ? steps.codes : nextStep(id, after));
});

export default function ExtractColumns({ loaderData }: Route.ComponentProps) {
  const { id, table, files, columns, choices, open } = loaderData;
  return (
    <div className="page page-narrow">
      <Steps id={id} current="columns" />
      <h1>{tableWords[table]?.title}: which column is which</h1>
      <p className="meta">
        {files}. On the left what Midcourse needs to know, beside it the column of your file. Days are shown
        as they would be read.
      </p>
      <OpenQuestions sentences={open} />
      <form method="post">
        {columns.map((column) => (
          <ColumnField key={column.name} column={column} choices={choices} />
        ))}
        <p className="go-on">
          <SubmitButton>Keep this and go on</SubmitButton>
        </p>
      </form>
    </div>
  );
}
