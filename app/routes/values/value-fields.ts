/** What a form about a value holds, as it came: so that a refused one comes back as it was. */
import type { PeopleGroup, ValueWords } from '../../rooms/values/public.ts';

const textOf = (form: FormData, name: string): string => {
  const entry = form.get(name);
  return typeof entry === 'string' ? entry.replaceAll('\r\n', '\n') : '';
};

export const valueFields = (form: FormData): ValueWords => ({
  statement: textOf(form, 'statement'),
  why: textOf(form, 'why'),
  wouldSee: textOf(form, 'wouldSee'),
  ownerRole: textOf(form, 'ownerRole'),
  askedGroups: form.getAll('askedGroups').map(String) as PeopleGroup[],
  askedWhen: textOf(form, 'askedWhen'),
});

export const emptyFields: ValueWords = {
  statement: '',
  why: '',
  wouldSee: '',
  ownerRole: '',
  askedGroups: [],
  askedWhen: '',
};
