import { figuresAsCsv } from '../../rooms/measures/public.ts';
import { signedIn } from '../page.ts';
import { download, measureExport } from './measure-exports.ts';

export const loader = signedIn(async (visit) => {
  const exported = await measureExport(visit);
  return download(figuresAsCsv(exported.figures, exported.asOf), 'text/csv', exported);
});
