import { figuresAsCsv } from '../../rooms/measures/public.ts';
import { signedInDownload } from '../page.ts';
import { download, measureExport, originOf } from './measure-exports.ts';

export const loader = signedInDownload(async (visit) => {
  const exported = await measureExport(visit);
  return download(figuresAsCsv(exported.figures, originOf(exported)), 'text/csv', exported);
});
