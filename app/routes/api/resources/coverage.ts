import type { Coverage, Gap } from '../../../rooms/values/public.ts';
import { gapText, readCoverage } from '../../values/coverage-view.ts';
import { fresh } from '../answer.ts';
import { getCoverage } from '../contract/coverage.ts';
import { withToken } from '../with-token.ts';

const gapAnswer = (gap: Gap) => ({
  kind: gap.kind,
  sentence: gapText(gap),
  value: gap.kind === 'unvalued' ? null : gap.value.id,
  measure: gap.kind === 'unvalued' ? gap.measure : null,
});

const rowAnswer = ({ value, reviews, cells }: Coverage['rows'][number]) => ({
  ...{ value, reviews },
  measures: {
    outcome: [...cells.outcome],
    practice: [...cells.practice],
    balancing: [...cells.balancing],
    compliance: [...cells.compliance],
  },
});

export const loader = withToken(getCoverage, (call) =>
  fresh(async () => {
    const { place, from, since, reviews, coverage } = await readCoverage(call);
    return {
      at: place,
      valuesOf: from,
      reviewsSince: since,
      reviews,
      gaps: coverage.gaps.map(gapAnswer),
      rows: coverage.rows.map(rowAnswer),
      mix: coverage.mix,
    };
  }),
);
