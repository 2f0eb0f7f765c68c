import { expect, test } from 'vitest';
import { afcarsXml } from '../../../../../../tests/support/afcars-text.ts';
import { withFormatRunOn } from '../../../../../../tests/support/read-format.ts';
import { elapsedMs } from '../../../../../platform/clock.ts';
import type { Problem } from '../../problem.ts';
import { afcarsFormat } from '../afcars-periods/format.ts';

const good = afcarsXml('202303', [
  { id: 'A1', removals: [{ on: '20221101' }] },
  { id: 'A2', removals: [{ on: '20221105' }] },
]);
const name = 'afcars_ooh_24_202303.xml';

/** The problem that stops the import of these files; fails when nothing does, or when it takes long. */
const stopOf = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<Problem> => {
  const from = elapsedMs();
  const problem = await withFormatRunOn(afcarsFormat, files, async ({ reading, problems }) => {
    expect(reading).toBeNull();
    return problems.find(({ weight }) => weight === 'stop');
  });
  expect(elapsedMs() - from).toBeLessThan(15_000);
  if (problem === undefined) throw new Error('Nothing stopped the import.');
  return problem;
};

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const bomb = `<!DOCTYPE acf:data [<!ENTITY a "aaaaaaaaaa">${Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY ${'bcdefghij'.charAt(index)} "${`&${'abcdefghi'.charAt(index)};`.repeat(10)}">`,
).join('')}]>`;

test.each<[string, string | Uint8Array, string, Partial<Problem>]>([
  ['cut off in a record', good.slice(0, good.indexOf('A2')), 'xml-truncated', {}],
  ['cut off in a tag', good.slice(0, good.indexOf('E5_date') + 3), 'xml-truncated', {}],
  ['another root', good.replaceAll('acf:data', 'acf:other'), 'xml-root', { line: 2 }],
  [
    'the root in no namespace',
    good.replace(' xmlns:acf="http://www.acf.hhs.gov"', ''),
    'xml-root',
    { line: 2 },
  ],
  ['the root in another namespace', good.replace('www.acf.hhs.gov', 'example.org'), 'xml-root', { line: 2 }],
  ['a second root', `${good}${good.replace(/^.*\n/, '')}`, 'xml-second-root', {}],
  ['two whole files joined', `${good}${good}`, 'xml-second-root', {}],
  ['an entity bomb', good.replace('\n', `\n${bomb}`), 'xml-doctype', { line: 2 }],
  [
    'an external entity',
    good.replace('\n', '\n<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>').replace('A1', '&f;'),
    'xml-doctype',
    { line: 2 },
  ],
  ['an entity that nobody declared', good.replace('A1', '&nobody;'), 'xml-malformed', { line: 7 }],
  ['UTF-16', utf16(good), 'encoding', { line: 1 }],
  ['UTF-16 without a mark', new Uint8Array(Buffer.from(good, 'utf16le')), 'encoding', { line: 1 }],
  ['Latin-1, declared', good.replace('UTF-8', 'ISO-8859-1'), 'encoding', { line: 1, value: 'ISO-8859-1' }],
  ['Latin-1, undeclared', new Uint8Array(Buffer.from(good.replace('A1', 'é'), 'latin1')), 'encoding', {}],
  ['10 MB in one field', good.replace('A1', 'x'.repeat(10_000_000)), 'field-too-long', { line: 7 }],
  [
    '10 MB in one tag',
    good.replace('<record>', `<record a="${'x'.repeat(10_000_000)}">`),
    'field-too-long',
    {},
  ],
  ['10 MB in one comment', good.replace('A1', `<!--${'x'.repeat(10_000_000)}-->`), 'field-too-long', {}],
  ['elements without end', good.replace('<records>', '<records>'.repeat(100_000)), 'xml-too-deep', {}],
  [
    'a report date that is no period',
    good.replace('202303', '202306'),
    'report-date',
    { column: 'E2_report_date', line: 4 },
  ],
  ['no report date', good.replace(/<E2.*\n/, ''), 'report-date', { column: 'E2_report_date' }],
  ['a period before 2023', good.replace('202303', '202209'), 'report-date', { value: '202209' }],
  ['no agency', good.replace('>24<', '><'), 'agency', { column: 'E1_title_iv_agency' }],
  ['no records', afcarsXml('202303', []), 'records-missing', {}],
  ['not XML at all', 'child_id,removal_date\nA1,2023-01-01\n', 'xml-malformed', {}],
  ['nothing', '', 'xml-truncated', {}],
])('%s stops the import with a clear reason', async (_, content, rule, more) => {
  const problem = await stopOf({ [name]: content });
  expect(problem).toMatchObject({ file: name, rule, ...more });
  expect(problem.sentence.length).toBeGreaterThan(30);
});

test('files of two agencies make no version', async () => {
  const problem = await stopOf({
    'a.xml': good,
    'b.xml': afcarsXml('202309', [{ id: 'B1', removals: [{ on: '20230501' }] }], '51'),
  });
  expect(problem).toMatchObject({ file: 'b.xml', rule: 'agency-differs', value: '51' });
});

test('what is wrong with one file of several is said of that file', async () => {
  const problem = await stopOf({ 'a.xml': good, 'b.xml': good.slice(0, 900) });
  expect(problem).toMatchObject({ file: 'b.xml', rule: 'xml-truncated' });
});

test('an import that is given up ends its threads', async () => {
  const signal = AbortSignal.abort(new Error('given up'));
  await expect(withFormatRunOn(afcarsFormat, { [name]: good }, async () => null, { signal })).rejects.toThrow(
    'given up',
  );
});
