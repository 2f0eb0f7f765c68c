/** Which child is in which AFCARS file, as the files' own text says it: without asking the importer. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface FiledChild {
  readonly childId: string;
  /** Last day of the file's half-year. */
  readonly periodTo: string;
  readonly kind: 'legacy' | 'xml';
}

const lastDayOf = (code: string): string => `${code.slice(0, 4)}-${code.endsWith('03') ? '03-31' : '09-30'}`;

const idsIn = (text: string, kind: FiledChild['kind']): string[] =>
  kind === 'xml'
    ? [...text.matchAll(/<E4_child_record_number>([^<]+)</g)].map(([, id = '']) => id)
    : text.split('\n').flatMap((line) => (line === '' ? [] : [line.slice(13, 25).trim()]));

/** Files by the names that `midcourse generate` gives them. */
export const filedChildren = (folder: string): FiledChild[] =>
  readdirSync(folder).flatMap((name) => {
    const [, form, code = ''] = /^afcars_(fc|ooh)_\d\d_(\d{6})\.(?:txt|xml)$/.exec(name) ?? [];
    if (form === undefined) return [];
    const kind = form === 'ooh' ? 'xml' : 'legacy';
    const text = readFileSync(join(folder, name), 'utf8');
    return idsIn(text, kind).map((childId) => ({ childId, periodTo: lastDayOf(code), kind }));
  });
