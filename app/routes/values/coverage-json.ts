import { signedInDownload } from '../page.ts';
import { gapText, readCoverage } from './coverage-view.ts';
import { fileDownload } from './file-download.ts';

export const loader = signedInDownload(async (visit) => {
  const { place, from, since, reviews, coverage } = await readCoverage(visit);
  const gaps = coverage.gaps.map((gap) => ({ kind: gap.kind, sentence: gapText(gap) }));
  const rows = coverage.rows.map(({ value, cells, reviews: itself }, at) => ({
    order: at + 1,
    value: value.id,
    statement: value.statement,
    reviews: itself,
    measures: cells,
  }));
  const body = { place, valuesOf: from, reviewsSince: since, reviews, gaps, mix: coverage.mix, values: rows };
  return fileDownload('coverage', 'json', `${JSON.stringify(body, null, 2)}\n`);
});
