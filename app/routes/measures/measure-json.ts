import { figuresAsJson } from '../../rooms/measures/public.ts';
import { signedInDownload } from '../page.ts';
import { download, measureExport, originOf } from './measure-exports.ts';

export const loader = signedInDownload(async (visit) => {
  const exported = await measureExport(visit);
  return download(figuresAsJson(exported.figures, originOf(exported)), 'application/json', exported);
});
