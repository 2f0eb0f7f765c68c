/** A text file's lines, one at a time, whatever ends them. */
import { FileStop } from './file-stop.ts';
import type { OnProgress } from './threads.ts';
import { eachPieceOfText, wholeFile } from './utf8-text.ts';

/** No record of a line-based federal file is near this long. */
const longestLine = 100_000;

/**
 * Calls `give` with each line and its number, from 1; the empty end of the file is no line.
 * @throws FileStop for other encodings and for lines without end.
 */
export const eachLine = (
  path: string,
  give: (line: string, number: number) => void,
  onProgress: OnProgress,
): void => {
  let rest = '';
  let number = 0;
  const giveLine = (line: string): void => {
    number += 1;
    give(line.endsWith('\r') ? line.slice(0, -1) : line, number);
  };
  eachPieceOfText(
    path,
    wholeFile,
    (text, bytes) => {
      const before = number;
      let start = 0;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
        giveLine(rest + text.slice(start, end));
        rest = '';
        start = end + 1;
      }
      rest += text.slice(start);
      if (rest.length > longestLine)
        throw new FileStop({
          rule: 'line-too-long',
          line: number + 1,
          sentence: 'A line is longer than a hundred thousand characters: this is not a file of this form.',
        });
      onProgress(bytes, number - before);
    },
    () => number + 1,
  );
  if (rest !== '') giveLine(rest);
};
