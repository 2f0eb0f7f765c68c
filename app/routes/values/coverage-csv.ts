import { csvText } from '../../commons/exports/csv.ts';
import { catalog, measureIds } from '../../rooms/measures/public.ts';
import { signedInDownload } from '../page.ts';
import { readCoverage } from './coverage-view.ts';
import { fileDownload } from './file-download.ts';

// biome-ignore format: one list, read in lines
const columns = [
  'place', 'values_of', 'order', 'value', 'statement', 'measure', 'title', 'kind', 'tied', 'reviews_since', 'reviews',
];

/** Every value against every measure. */
export const loader = signedInDownload(async (visit) => {
  const { place, from, since, coverage } = await readCoverage(visit);
  const rows = coverage.rows.flatMap(({ value, cells }, at) =>
    measureIds.map((id) => {
      const { title, kind } = catalog[id];
      const cell = cells[kind].find(({ measure }) => measure === id);
      const named = [place, from, at + 1, value.id, value.statement, id, title, kind];
      return [...named, cell !== undefined, since, cell?.reviews ?? null];
    }),
  );
  return fileDownload('coverage', 'csv', csvText(columns, rows));
});
