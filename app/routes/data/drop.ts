import { redirect } from 'react-router';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { Invalid } from '../../platform/errors.ts';
import { changeDropFolder, dropForm, dropPolicy, startLook } from '../../rooms/measures/public.ts';
import { signedIn } from '../page.ts';

export const loader = () => redirect('/data');

/** How the drop folder is watched, and a look at once. */
export const action = signedIn(async ({ request, services, actor }) => {
  const scope = scopeFor(actor, dropPolicy['drop.change']);
  const form = await request.formData();
  if (form.get('act') === 'look') return redirect(`/data/imports/${await startLook(services.jobs, scope)}`);
  const said = dropForm.safeParse({
    isOn: form.get('isOn') === 'on',
    rhythm: form.get('rhythm'),
    putInUse: form.get('putInUse') === 'on',
  });
  if (!said.success) throw new Invalid('Say how often to look.', 'Choose one of the rhythms of the list.');
  await changeDropFolder(services.database, services.jobs, scope, said.data);
  return redirect('/data#drop');
});
