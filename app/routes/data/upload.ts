import { redirect } from 'react-router';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { type ImportForm, importsPolicy, readPreferences, startImport } from '../../rooms/measures/public.ts';
import { signedIn } from '../page.ts';
import { receiveUpload, type Upload } from './receive-upload.ts';

const formOf = ({ paths, fields, folder }: Upload): ImportForm => ({
  paths: [...paths],
  prefer: readPreferences((fields.prefer ?? '').split(/[\s,]+/).filter((text) => text !== '')),
  putInUse: fields.putInUse === 'on',
  uploadFolder: folder,
});

export const loader = () => redirect('/data');

/** Takes the files, puts their import in the queue, and goes where its progress can be seen. */
export const action = signedIn(async ({ request, services, actor }) => {
  const scope = scopeFor(actor, importsPolicy['versions.import']);
  const upload = await receiveUpload(request, services.dataFolder);
  try {
    return redirect(`/data/imports/${await startImport(services.jobs, scope, formOf(upload))}`);
  } catch (error) {
    await upload.discard();
    throw error;
  }
});
