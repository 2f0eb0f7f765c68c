/** The parts of a workbook, XML files, read as a stream of tags and texts. Nothing from outside, no entities, bounded. */
import { createReadStream } from 'node:fs';
import { SaxesParser } from 'saxes';
import { FileStop } from '../../reading/file-stop.ts';

export interface XmlEvents {
  open(tag: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(tag: string): void;
}

const chunkBytes = 128 * 1024;
/** No text of a workbook is near this long: Excel holds 32,767 characters in a cell. */
const longestText = 1_000_000;

const damaged = (): FileStop =>
  new FileStop({
    rule: 'workbook-unreadable',
    sentence:
      'The workbook is damaged or was made in a way that cannot be read. Save it again in Excel, or as CSV.',
  });

const tooLong = (): FileStop =>
  new FileStop({
    rule: 'cell-too-long',
    sentence:
      'A cell holds more than a million characters; no cell of case data does. Take it out and save again.',
  });

/** Some programs write `x:row` for `row`. */
const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

/** After each chunk of the file control goes back, so that whoever collects rows can hand them on. Throws `FileStop`. */
export async function* xmlEvents(path: string, events: XmlEvents): AsyncGenerator<number> {
  const parser = new SaxesParser();
  let quiet = 0;
  parser.on('error', () => {
    throw damaged();
  });
  parser.on('doctype', () => {
    throw damaged();
  });
  parser.on('opentag', ({ name, attributes }) => {
    quiet = 0;
    events.open(withoutPrefix(name), attributes);
  });
  parser.on('text', (text) => {
    if (text.length > longestText) throw tooLong();
    events.text(text);
  });
  parser.on('closetag', ({ name }) => {
    quiet = 0;
    events.close(withoutPrefix(name));
  });
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: chunkBytes })) {
    quiet += chunk.length;
    parser.write(String(chunk));
    if (quiet > longestText + chunkBytes) throw tooLong();
    yield chunk.length;
  }
  parser.close();
}

/** Reads a small part to its end. */
export const readXml = async (path: string, events: XmlEvents): Promise<void> => {
  for await (const _ of xmlEvents(path, events));
};
