import type { Note, ValueField, ValueProblems, ValueWords } from '../../rooms/values/public.ts';
import { CheckGroup } from '../../ui/check-group.tsx';
import { LongText } from '../../ui/long-text.tsx';
import { ShortText } from '../../ui/short-text.tsx';

export interface ValueFormState {
  readonly words: ValueWords;
  readonly problems: ValueProblems;
  readonly notes: readonly Note[];
}

interface ValueFieldsProps extends ValueFormState {
  readonly groups: readonly { readonly value: string; readonly label: string }[];
}

/** The six questions of a value, each with what it asks for and an example. */
export const ValueFields = ({ words, problems, notes, groups }: ValueFieldsProps) => {
  const on = (field: ValueField) => ({
    name: field,
    problem: problems[field],
    notes: notes.filter((note) => note.field === field).map(({ says }) => says),
  });
  return (
    <>
      <LongText
        {...on('statement')}
        rows={2}
        label="What do you wish for?"
        hint="A wish in one plain sentence, for somebody. “We want children home with their families whenever that is safe.” Not what you will do, and no number."
        initial={words.statement}
      />
      <LongText
        {...on('why')}
        label="Why does it matter?"
        hint="As you would say it to a parent at their kitchen table. “Being taken from home hurts, even when it has to be.”"
        initial={words.why}
      />
      <LongText
        {...on('wouldSee')}
        label="What would you see if it were true?"
        hint="What a child or a family would notice, and somebody from outside could check. “More children would live with relatives from the first day.”"
        initial={words.wouldSee}
      />
      <ShortText
        {...on('ownerRole')}
        label="Which role answers for it?"
        hint="A role, never a person: “Director of permanency”."
        initial={words.ownerRole}
      />
      <CheckGroup
        {...on('askedGroups')}
        legend="Who was asked?"
        hint="Groups whose wish it is too, because somebody asked them. None is an answer."
        choices={groups}
        chosen={words.askedGroups}
      />
      <ShortText
        {...on('askedWhen')}
        label="When were they asked?"
        hint="“Four evenings in March 2026”"
        initial={words.askedWhen}
      />
    </>
  );
};
