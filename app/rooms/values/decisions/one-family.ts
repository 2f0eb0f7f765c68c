/**
 * Signs that a text is about one child or one family. A decision is a rule for many; a record of one family does not
 * belong here, and would be seen by people who have no right to it. Signs only ask. A record number in the shape of those
 * in the data in use is refused: nobody means a rule by it.
 */

export interface FamilySigns {
  /** Refused, whatever the writer says. */
  readonly refused: readonly string[];
  /** Asked about: "Is this about one family?" */
  readonly asked: readonly string[];
}

const name = `\\p{Lu}\\p{Ll}{2,}`;
const age = `(?:\\(?\\s*(?:aged?\\s+)?\\d{1,2}(?!\\d|%|\\.\\d)(?:\\s*(?:years?|yrs?|y/?o|months?|mo)(?:[- ]old)?)?\\s*\\)?)`;
const relative =
  '(?:child|boy|girl|son|daughter|baby|infant|mother|father|mom|dad|brother|sister|grandmother)';
const notNames =
  '(?!(?:The|This|That|Each|Every|Any|All|One|Our|Their|Foster|Kin|Birth|Whole|Juvenile|Family|Indian|Tribal|American|Native|Children|Child|Youth|Babies|Infants|Teens|Siblings|Girls|Boys|Parents|Families|Relatives|Workers|Staff)\\b)';

/** Each in words for those who read this: what somebody writes of one family and hardly ever of a rule. */
const signs: readonly RegExp[] = [
  // "J.S., 7", "J. S. (12 years)"
  new RegExp(`\\b\\p{Lu}\\.\\s?\\p{Lu}\\.?,?\\s*${age}`, 'gu'),
  // "JS, 7 years"
  /\b\p{Lu}{2},?\s*\(?\d{1,2}\s*(?:years?|yrs?|y\/?o|months?)\b/gu,
  // "Emma (7)", "Emma, age 7"
  new RegExp(`\\b${notNames}${name}(?:\\s*\\(\\d{1,2}\\)|,?\\s+aged?\\s+\\d{1,2}\\b)`, 'gu'),
  // "a 7-year-old boy", "7-year-old Emma"
  new RegExp(`\\b(?:a|the|this|our)\\s+\\d{1,2}[- ](?:year|month)[- ]old\\s+(?:${relative}|${name})`, 'gu'),
  // "the Miller family", "the Millers' children"
  new RegExp(
    `(?<=\\b[Tt]he\\s)${notNames}${name}(?:['’]s)?\\s+(?:family|children|kids|siblings|brothers|sisters)\\b`,
    'gu',
  ),
  // "her son Jayden", "baby Ava", "a girl named Mia"
  new RegExp(`\\b${relative}(?:,?\\s+(?:named|called))?\\s+${notNames}${name}`, 'gu'),
  // "case 4711", "docket no. JV-18-233"
  /\b(?:case|file|docket|record|referral|intake|client)\s*(?:(?:id|no\.?|number|#)\s*[:#]?\s*[A-Z]{0,4}[- ]?\d{2,}|[A-Z]{0,4}-?\d{4,})[\w-]*/giu,
  // a social security number, a day of birth
  /\b\d{3}-\d{2}-\d{4}\b/gu,
  /\b(?:born|DOB|date of birth)\b[^.]{0,12}\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}/giu,
];

const tokensOf = (text: string): string[] =>
  text.split(/\s+/u).map((token) => token.replaceAll(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, ''));

/** @param recordNumbers what numbers in the data in use look like: sources of regular expressions for the whole of one */
export const familySigns = (texts: readonly string[], recordNumbers: readonly string[]): FamilySigns => {
  const patterns = recordNumbers.map((source) => new RegExp(`^(?:${source})$`, 'i'));
  const isRecordNumber = (token: string): boolean =>
    /\d/.test(token) && patterns.some((pattern) => pattern.test(token));
  const refused = texts.flatMap(tokensOf).filter(isRecordNumber);
  const asked = texts.flatMap((text) => signs.flatMap((sign) => text.match(sign) ?? []));
  return { refused: [...new Set(refused)], asked: [...new Set(asked.map((found) => found.trim()))] };
};
