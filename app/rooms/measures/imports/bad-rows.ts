/** Over a stated share of rows that cannot be used, a file is not what it should be: the import stops. */
import type { FormatReading } from './formats/format.ts';
import type { Manifest } from './manifest.ts';
import type { ProblemCollector } from './problem-collector.ts';

/** Fewer bad rows than this do not stop an import, unless they are half of the file: small files stay usable. */
const fewRows = 10;
export const usualBadRowShare = 0.05;

/** The setting `bad_row_share`, from 0 to 1. Stops when it is anything else. */
export const badRowShareOf = (settings: Manifest['settings'], problems: ProblemCollector): number => {
  const share = Number(settings.bad_row_share ?? usualBadRowShare);
  if (share >= 0 && share <= 1) return share;
  return problems.stop({
    ...{ file: '', line: null, column: 'bad_row_share', value: null, rule: 'setting-unusable' },
    sentence:
      'The setting bad_row_share must be a number from 0 to 1: the share of rows that may be set aside.',
  });
};

export const assertFewBadRows = (
  readings: readonly FormatReading[],
  share: number,
  problems: ProblemCollector,
): void => {
  for (const { file, rows, setAside } of readings.flatMap(({ files }) => files)) {
    if (setAside <= share * rows || (setAside < fewRows && setAside * 2 < rows)) continue;
    problems.stop({
      ...{ file: file.name, line: null, column: null, value: null, rule: 'too-many-bad-rows' },
      sentence:
        `${setAside.toLocaleString('en-US')} of ${rows.toLocaleString('en-US')} rows cannot be used, more than ` +
        `${share * 100}%. Nothing was imported. Correct the file, or raise the setting bad_row_share.`,
    });
  }
};
