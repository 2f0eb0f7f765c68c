/** Failures that are not the data's and not the program's: a full disk, too little memory, a cancelled import. */
import type { Problem } from './problem.ts';

const words: readonly { readonly pattern: RegExp; readonly rule: string; readonly sentence: string }[] = [
  {
    pattern: /ENOSPC|EDQUOT|EFBIG|no space left|disk (is )?full|quota exceeded|file too large/i,
    rule: 'disk-full',
    sentence:
      'The disk is full, or a limit on the size of files is reached. Nothing was imported. Make room and try again.',
  },
  {
    pattern: /out of memory error/i,
    rule: 'memory-too-small',
    sentence:
      'The import needs more memory than it may use. Raise MIDCOURSE_MEMORY, or free disk space for what it swaps out.',
  },
];

/** The problem to report, or null when the error is the program's own. */
export const failureInWords = (error: unknown, signal: AbortSignal | undefined): Problem | null => {
  const shared = { file: '', line: null, column: null, value: null, weight: 'stop' } as const;
  if (signal?.aborted)
    return {
      ...shared,
      rule: 'import-cancelled',
      sentence: 'The import was cancelled. Nothing was imported.',
    };
  const text = error instanceof Error ? `${'code' in error ? String(error.code) : ''} ${error.message}` : '';
  const known = words.find(({ pattern }) => pattern.test(text));
  return known ? { ...shared, rule: known.rule, sentence: known.sentence } : null;
};
