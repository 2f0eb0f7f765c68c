import { redirect } from 'react-router';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { importsPolicy, readPreferences, startImport } from '../../rooms/measures/public.ts';
import { signedIn } from '../page.ts';
import { receiveUpload } from './receive-upload.ts';

export const loader = () => redirect('/data');

/** Takes the files, puts their import in the queue, and goes where its progress can be seen. */
export const action = signedIn(async ({ request, services, actor }) => {
  const scope = scopeFor(actor, importsPolicy['versions.import']);
  const upload = await receiveUpload(request, services.dataFolder);
  const preferences = upload.fields.prefer ?? '';
  const job = await startImport(services.jobs, scope, {
    paths: [...upload.paths],
    prefer: readPreferences(preferences.split(/[\s,]+/).filter((text) => text !== '')),
    putInUse: upload.fields.putInUse === 'on',
    uploadFolder: upload.folder,
  });
  return redirect(`/data/imports/${job}`);
});
