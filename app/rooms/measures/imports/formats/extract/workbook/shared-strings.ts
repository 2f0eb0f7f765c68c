/** The texts of a workbook's cells, kept once in a part of their own and named by number in the sheets. */
import { FileStop } from '../../reading/file-stop.ts';
import { readXml } from './xml-events.ts';

/** All texts together; they must stay in memory while the sheets are read. */
const mostCharacters = 50_000_000;

const tooLarge = (): FileStop =>
  new FileStop({
    rule: 'workbook-too-large',
    sentence:
      'The texts of this workbook are too many to be held in memory. Save each sheet as CSV UTF-8 and send those.',
  });

export const readSharedStrings = async (path: string | undefined): Promise<readonly string[]> => {
  const strings: string[] = [];
  if (path === undefined) return strings;
  let characters = 0;
  let text = '';
  let isText = false;
  /** Reading aids for Japanese, not part of the text. */
  let isPhonetic = false;
  await readXml(path, {
    open: (tag) => {
      if (tag === 'si') text = '';
      if (tag === 'rPh') isPhonetic = true;
      isText = tag === 't' && !isPhonetic;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (tag) => {
      if (tag === 't') isText = false;
      if (tag === 'rPh') isPhonetic = false;
      if (tag !== 'si') return;
      characters += text.length + 16;
      if (characters > mostCharacters) throw tooLarge();
      strings.push(text);
    },
  });
  return strings;
};
