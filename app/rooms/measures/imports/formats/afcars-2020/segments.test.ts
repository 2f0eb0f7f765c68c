import { expect, test } from 'vitest';
import { afcarsXml, type ChildText } from '../../../../../../tests/support/afcars-text.ts';
import { withFormatRunOn } from '../../../../../../tests/support/read-format.ts';
import { afcarsFormat } from '../afcars-periods/format.ts';

const children: ChildText[] = Array.from({ length: 40 }, (_, index) => ({
  id: `A${index}`,
  birth: index % 7 === 0 ? '20239999' : '20150101',
  removals: [{ on: '20221101', visits: ['20221201', '20230101'] }],
}));
const file = afcarsXml('202303', children);

const readIn = (text: string, partBytes: number) =>
  withFormatRunOn(
    afcarsFormat,
    { 'a.xml': text },
    async ({ rows, problems, reading, analytics }) => ({
      records: reading?.files[0]?.rows,
      problems,
      children: await rows('children'),
      removals: await rows('removals'),
      placements: await rows('placements'),
      visits: await rows('visits'),
      lines:
        reading === null
          ? []
          : await analytics.all('SELECT child_id, record_no, line FROM afcars_records ORDER BY 2'),
    }),
    { settings: { afcars_part_bytes: partBytes } },
  );

test('a file read in parts gives the same rows, record numbers and lines as read whole', async () => {
  const whole = await readIn(file, 1e9);
  expect(whole.records).toBe(40);
  expect(whole.problems).toHaveLength(6);
  expect(await readIn(file, 2000)).toEqual(whole);
  expect(await readIn(file.replaceAll('\n', '\r\n'), 2000)).toEqual(whole);
});

test('a cut that falls into a comment is undone: the file is read whole', async () => {
  const record = file.slice(file.indexOf('<record>'), file.indexOf('</record>') + 9);
  const commented = file.replaceAll('</record>', `</record><!-- ${record.repeat(3)} -->`);
  const whole = await readIn(commented, 1e9);
  expect(whole.records).toBe(40);
  expect(await readIn(commented, 2000)).toEqual(whole);
});

test('what breaks a file is found on the line where it is, in whatever part', async () => {
  const cut = file.slice(0, file.lastIndexOf('</record>'));
  const broken = file.replace('<E4_child_record_number>A35<', '<E4_child_record_number>A35<<');
  for (const text of [cut, broken])
    expect((await readIn(text, 2000)).problems).toEqual((await readIn(text, 1e9)).problems);
});
