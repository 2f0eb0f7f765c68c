import { data, redirect } from 'react-router';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { Conflict } from '../../platform/errors.ts';
import {
  getValue,
  notesOn,
  readValueWords,
  rewordValue,
  type ValueWords,
  valuesPolicy,
} from '../../rooms/values/public.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { LongText } from '../../ui/long-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { signedIn, type Visit } from '../page.ts';
import type { Route } from './+types/edit-value';
import { groupChoices } from './group-choices.ts';
import { saidWords } from './said-words.ts';
import { valueFields } from './value-fields.ts';
import { ValueFields } from './value-form.tsx';
import { WordsSaid } from './value-words.tsx';
import { readValuesAs } from './values-scope.ts';

export const meta: Route.MetaFunction = () => [{ title: 'Say it in other words · Midcourse' }];

const heldValue = async ({ services, actor, params }: Visit) => {
  const value = await getValue(services.database, readValuesAs(actor), params.id ?? '');
  const scope = scopeFor(actor, valuesPolicy['values.change'], value.place);
  if (value.state === 'retired') throw new Conflict('This value was retired. Its words stay as they are.');
  return { value, scope };
};

const wordsOf = ({
  statement,
  why,
  wouldSee,
  ownerRole,
  askedGroups,
  askedWhen,
}: ValueWords): ValueWords => ({
  ...{ statement, why, wouldSee, ownerRole, askedGroups, askedWhen },
});

export const loader = signedIn(async (visit) => {
  const { value } = await heldValue(visit);
  const { id, statement, version, state } = value;
  return { id, statement, version, isDraft: state === 'draft', words: wordsOf(value), groups: groupChoices };
});

/** A new version; who was late is shown the other's words beside their own, and may still save. */
export const action = signedIn(async (visit) => {
  const { value, scope } = await heldValue(visit);
  const form = await visit.request.formData();
  const [words, why] = [valueFields(form), String(form.get('changeWhy') ?? '').trim()];
  const read = readValueWords(words);
  const isLook = form.get('act') === 'look';
  const whyProblem =
    !isLook && why === '' && value.state === 'current'
      ? 'Say why the words change; those who work by them will ask.'
      : null;
  const state = {
    words,
    why,
    whyProblem,
    problems: read.isComplete ? {} : read.problems,
    notes: notesOn(words),
  };
  if (isLook || !read.isComplete || whyProblem !== null)
    return data(
      { ...state, isLook, theirs: null, seen: String(form.get('seen')) },
      { status: isLook ? 200 : 422 },
    );
  try {
    const seen = Number(form.get('seen'));
    await rewordValue(visit.services.database, scope, value.id, { words: read.words, why, seen });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const now = await getValue(visit.services.database, readValuesAs(visit.actor), value.id);
    const theirs = { version: now.version, words: saidWords(now) };
    return data({ ...state, isLook, theirs, seen: String(now.version) }, { status: 409 });
  }
  return redirect(`/values/${value.id}`);
});

type Answer = NonNullable<Route.ComponentProps['actionData']>;

const Told = ({ answer }: { answer: Answer }) => {
  if (answer.theirs !== null)
    return (
      <Notice isConcern role="alert">
        <p>
          <b>Somebody else said this value in other words while you were writing.</b> Theirs is version{' '}
          {answer.theirs.version} and is kept. Yours is below, and not saved yet: take over what you want from
          theirs, then save. Both stay readable.
        </p>
        <WordsSaid words={answer.theirs.words} />
      </Notice>
    );
  if (answer.whyProblem !== null || Object.keys(answer.problems).length > 0)
    return (
      <Refusal problem="Something is still missing; it is said beside the question. What you wrote is all here." />
    );
  return (
    <Notice role="status">
      <p>
        {answer.notes.length === 0
          ? 'It reads well. Nothing is saved yet.'
          : 'A few thoughts stand beneath the questions. Nothing is saved yet.'}
      </p>
    </Notice>
  );
};

export default function EditValue({ loaderData, actionData }: Route.ComponentProps) {
  const { id, statement, version, isDraft, groups } = loaderData;
  const { words, problems, notes } = actionData ?? { words: loaderData.words, problems: {}, notes: [] };
  return (
    <div className="page page-narrow page-write">
      <p className="crumbs">
        <a href={`/values/${id}`}>{statement}</a>
      </p>
      <h1>Say it in other words</h1>
      <p className="lead">
        Your words become version {Math.max(version, Number(actionData?.theirs?.version ?? 0)) + 1}. The words
        until now stay readable.
      </p>
      {actionData ? <Told answer={actionData} /> : null}
      <form method="post">
        <input type="hidden" name="seen" value={actionData?.seen ?? version} />
        <ValueFields words={words} problems={problems} notes={notes} groups={groups} />
        <LongText
          name="changeWhy"
          rows={2}
          label={isDraft ? 'Why do the words change? (for a draft, if you like)' : 'Why do the words change?'}
          hint="“The youth board asked for the last four words.”"
          initial={actionData?.why ?? ''}
          problem={actionData?.whyProblem ?? undefined}
        />
        <div className="form-acts">
          <SubmitButton name="act" value="keep">
            Save these words
          </SubmitButton>
          <SubmitButton isQuiet name="act" value="look">
            Look over my words
          </SubmitButton>
        </div>
      </form>
    </div>
  );
}
