/** Which cell styles show a number as a date: a date in a workbook is a number that is only dressed as one. */
import { readXml } from './xml-events.ts';

/** Formats that every workbook knows without saying them (ECMA-376, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Texts in quotes, colours and escaped letters are no part of the pattern. */
const isDatePattern = (pattern: string): boolean =>
  /[ymdhs]/i.test(pattern.replaceAll(/"[^"]*"|\[(?!h|m|s)[^\]]*\]|\\./gi, '').split(';')[0] ?? '') &&
  !/^general$/i.test(pattern);

/** By the style's number, as cells name it. */
export const readDateStyles = async (path: string | undefined): Promise<readonly boolean[]> => {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  if (path === undefined) return styles;
  let isCellStyle = false;
  await readXml(path, {
    open: (tag, attributes) => {
      if (tag === 'numFmt') own.set(Number(attributes.numFmtId), isDatePattern(attributes.formatCode ?? ''));
      if (tag === 'cellXfs') isCellStyle = true;
      if (tag !== 'xf' || !isCellStyle) return;
      const id = Number(attributes.numFmtId);
      styles.push(own.get(id) ?? isBuiltInDate(id));
    },
    text: () => undefined,
    close: (tag) => {
      if (tag === 'cellXfs') isCellStyle = false;
    },
  });
  return styles;
};
