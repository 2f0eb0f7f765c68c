/** The federal quality checks as tables: a row a check, a column a period, and what is past its limit in sentences. */
import type { QualityFinding } from '../../rooms/measures/public.ts';
import type { TwinTable } from '../../ui/charts/drawn-chart.ts';

const cellText = ({ value, isPassed }: QualityFinding): string => {
  if (value === null) return '–';
  const text = `${value.toFixed(1)}%`;
  return isPassed === false ? `${text} ▲` : text;
};

const limitText = ({ limit, limitIs }: QualityFinding): string =>
  limitIs === 'most' ? `at most ${limit}%` : `at least ${limit}%`;

const tableOf = (caption: string, findings: readonly QualityFinding[]): TwinTable => {
  const periods = [...new Map(findings.map((one) => [one.period, one.periodEndsOn])).entries()]
    .sort(([, a], [, b]) => a.localeCompare(b))
    .map(([period]) => period);
  const checks = [...Map.groupBy(findings, ({ checkId }) => checkId).values()];
  return {
    caption,
    columns: [
      { label: 'Check', isNumber: false },
      { label: 'Limit', isNumber: false },
      ...periods.map((label) => ({ label, isNumber: true })),
    ],
    rows: checks.flatMap((same) => {
      const [first] = same;
      if (!first) return [];
      const inPeriod = new Map(same.map((finding) => [finding.period, cellText(finding)]));
      return [[first.title, limitText(first), ...periods.map((period) => inPeriod.get(period) ?? '–')]];
    }),
  };
};

export const qualityView = (findings: readonly QualityFinding[]) => {
  const told = findings.filter(({ isPassed }) => isPassed !== null);
  const past = findings.filter(({ isPassed }) => isPassed === false);
  const sources = [
    ['AFCARS, by six-month file', findings.filter(({ source }) => source === 'afcars')],
    ['NCANDS, by federal year', findings.filter(({ source }) => source === 'ncands')],
  ] as const;
  return {
    told: told.length,
    past: [...Map.groupBy(past, ({ checkId }) => checkId).values()].flatMap((same) => {
      const [first] = same;
      if (!first) return [];
      const periods = same
        .map(({ period }) => period)
        .toReversed()
        .join(', ');
      return [
        { title: first.title, limit: limitText(first), periods, indicators: first.indicators.join(', ') },
      ];
    }),
    tables: sources.filter(([, own]) => own.length > 0).map(([caption, own]) => tableOf(caption, own)),
  };
};

export type QualityView = ReturnType<typeof qualityView>;
