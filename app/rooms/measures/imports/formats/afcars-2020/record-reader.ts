/** Follows the tags of an AFCARS 2020 file and gives one child's record at a time. Knows the nesting, not the meaning. */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { FileStop } from '../reading/file-stop.ts';
import { isUnusedElement, type Place, places, type Tag, tagByName } from './elements.ts';

/** The leaves of one element, by field: their text, trimmed, and the line each stands on (0: not there). */
export interface Group {
  readonly line: number;
  readonly values: string[];
  readonly lines: number[];
}

export interface RemovalGroup extends Group {
  readonly place: typeof places.removal2020 | typeof places.removal1993;
  readonly arrangements: Group[];
  readonly visits: Group[];
}

export interface RecordGroup extends Group {
  readonly removals: RemovalGroup[];
}

export interface RecordListener {
  /** Once, before the first record. */
  header(header: Group): void;
  record(record: RecordGroup): void;
  /** An element that is not in the federal layout, or not in this place. */
  strange(
    name: string,
    line: number,
    rule: 'element-unknown' | 'element-misplaced' | 'element-repeated',
  ): void;
}

const namespace = 'http://www.acf.hhs.gov';
/** More removals, living arrangements and visits than any child has; a longer record is a broken or hostile file. */
const mostGroupsInRecord = 50_000;
const deepest = 64;

const newGroup = (line: number, fields: number): Group => ({
  line,
  values: new Array<string>(fields).fill(''),
  lines: new Array<number>(fields).fill(0),
});

const checkRoot = (tag: SaxesTagPlain, line: number): void => {
  const colon = tag.name.indexOf(':');
  const uri = tag.attributes[colon < 0 ? 'xmlns' : `xmlns:${tag.name.slice(0, colon)}`];
  if (tag.name.slice(colon + 1) === 'data' && uri === namespace) return;
  throw new FileStop({
    rule: 'xml-root',
    line,
    value: tag.name,
    sentence: `An AFCARS 2020 file begins with acf:data in the namespace ${namespace}; this file does not.`,
  });
};

export class RecordReader {
  readonly parser = new SaxesParser();
  /** Tags opened so far: what does not grow while text goes by is one overlong piece. */
  tagsSeen = 0;
  readonly #listener: RecordListener;
  readonly #stack: Place[] = [];
  readonly #unused = new Set<string>();
  #place: Place = places.document;
  #leaf: Tag | null = null;
  #elsewhere = 0;
  #text = '';
  #header = newGroup(0, 2);
  #record: RecordGroup = { ...newGroup(0, 0), removals: [] };
  #removal: RemovalGroup = { ...newGroup(0, 0), place: places.removal2020, arrangements: [], visits: [] };
  #part: Group = newGroup(0, 0);
  #groups = 0;
  #isHeaderGiven = false;
  /** Nothing but white space and comments may follow. */
  isRootClosed = false;

  constructor(listener: RecordListener) {
    this.#listener = listener;
    this.parser.on('opentag', (tag) => this.#open(tag));
    this.parser.on('closetag', () => this.#close());
    this.parser.on('text', (text) => this.#addText(text));
    this.parser.on('cdata', (text) => this.#addText(text));
    this.parser.on('doctype', () => this.#refuseDoctype());
    this.parser.on('xmldecl', ({ encoding }) => this.#checkEncoding(encoding));
  }

  #addText(text: string): void {
    if (this.#leaf !== null && this.#elsewhere === 0) this.#text += text;
  }

  #open(tag: SaxesTagPlain): void {
    this.tagsSeen += 1;
    if (this.#leaf !== null || this.#elsewhere > 0) {
      this.#goElsewhere(tag.name);
      return;
    }
    if (this.#place === places.document) {
      this.#openRoot(tag);
      return;
    }
    const known = tagByName.get(tag.name);
    if (known === undefined || !known.inside.includes(this.#place)) {
      this.#goElsewhere(tag.name);
      return;
    }
    if (known.opens === null) {
      this.#leaf = known;
      this.#text = '';
      return;
    }
    this.#stack.push(this.#place);
    this.#place = known.opens;
    this.#begin(known.opens);
  }

  #openRoot(tag: SaxesTagPlain): void {
    checkRoot(tag, this.parser.line);
    this.#stack.push(this.#place);
    this.#place = places.data;
  }

  #goElsewhere(name: string): void {
    this.#elsewhere += 1;
    if (this.#elsewhere > deepest)
      throw new FileStop({
        rule: 'xml-too-deep',
        line: this.parser.line,
        sentence: `Elements are nested more than ${deepest} deep; an AFCARS file never is.`,
      });
    if (this.#elsewhere > 1 || this.#unused.has(name)) return;
    if (tagByName.has(name) || this.#leaf !== null)
      this.#listener.strange(name, this.parser.line, 'element-misplaced');
    else if (!isUnusedElement(name)) this.#listener.strange(name, this.parser.line, 'element-unknown');
    else if (this.#unused.size < 1000) this.#unused.add(name);
  }

  #begin(place: Place): void {
    const line = this.parser.line;
    switch (place) {
      case places.records:
        this.#giveHeader();
        break;
      case places.record:
        this.#groups = 0;
        this.#record = { ...newGroup(line, 12), removals: [] };
        break;
      case places.removal2020:
      case places.removal1993:
        this.#removal = { ...newGroup(line, 6), place, arrangements: [], visits: [] };
        this.#addPart(this.#record.removals, this.#removal);
        break;
      case places.livingArrangement:
        this.#part = newGroup(line, 7);
        this.#addPart(this.#removal.arrangements, this.#part);
        break;
      case places.visit:
        this.#part = newGroup(line, 2);
        this.#addPart(this.#removal.visits, this.#part);
        break;
    }
  }

  #giveHeader(): void {
    if (!this.#isHeaderGiven) this.#listener.header(this.#header);
    this.#isHeaderGiven = true;
  }

  #addPart<T extends Group>(parts: T[], part: T): void {
    this.#groups += 1;
    if (this.#groups > mostGroupsInRecord)
      throw new FileStop({
        rule: 'record-too-large',
        line: this.#record.line,
        sentence: `One record holds more than ${mostGroupsInRecord.toLocaleString('en-US')} removals, living arrangements and visits.`,
      });
    parts.push(part);
  }

  #close(): void {
    if (this.#elsewhere > 0) {
      this.#elsewhere -= 1;
      return;
    }
    if (this.#leaf !== null) {
      this.#keep(this.#leaf);
      this.#leaf = null;
      return;
    }
    if (this.#place === places.record) this.#listener.record(this.#record);
    if (this.#place === places.data) {
      this.#giveHeader();
      this.isRootClosed = true;
    }
    this.#place = this.#stack.pop() ?? places.document;
  }

  #keep(leaf: Tag): void {
    const group = this.#groupHere();
    if (group.lines[leaf.field] !== 0)
      this.#listener.strange(leaf.name, this.parser.line, 'element-repeated');
    group.values[leaf.field] = this.#text.trim();
    group.lines[leaf.field] = this.parser.line;
  }

  #groupHere(): Group {
    switch (this.#place) {
      case places.data:
        return this.#header;
      case places.record:
        return this.#record;
      case places.removal2020:
      case places.removal1993:
        return this.#removal;
      default:
        return this.#part;
    }
  }

  #refuseDoctype(): never {
    throw new FileStop({
      rule: 'xml-doctype',
      line: this.parser.line,
      sentence:
        'The file declares a document type (DOCTYPE). That is never needed here and can hide an attack, so it is refused.',
    });
  }

  #checkEncoding(encoding: string | undefined): void {
    if (encoding === undefined || /^(utf-?8|us-ascii|ascii)$/i.test(encoding)) return;
    throw new FileStop({
      rule: 'encoding',
      line: 1,
      value: encoding,
      sentence: 'The file says that it is not written in UTF-8. Save it again as UTF-8.',
    });
  }
}
