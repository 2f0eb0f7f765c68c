import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import yazl from 'yazl';
import { smallPackage, withPackage } from '../../../../tests/support/staged-package.ts';

const packed = async (files: Readonly<Record<string, string | Buffer>>, mode?: number): Promise<Buffer> => {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content), name, mode === undefined ? {} : { mode });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};

/** Same length, so that the zip stays whole: what a hostile packer writes and an honest one refuses to. */
const renamed = (zip: Buffer, from: string, to: string): Buffer =>
  Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');

const ofSmallPackage = (prefix = ''): Promise<Buffer> =>
  packed(
    Object.fromEntries(
      Object.entries(smallPackage).map(([name, text]) => [prefix + name, Buffer.from(text)]),
    ),
  );

test('a zip gives the version that its folder gives, nested in a folder or not', async () => {
  const fromFolder = await withPackage(smallPackage, async ({ manifest }) => manifest?.contentId);
  for (const prefix of ['', 'extract 2024/']) {
    const zip = await ofSmallPackage(prefix);
    await withPackage({ 'package.zip': zip }, async ({ manifest, problems, names }) => {
      expect(problems).toEqual([]);
      expect(manifest?.contentId).toBe(fromFolder);
      expect(names).toEqual(['children.parquet', 'manifest.json', 'removals.parquet']);
    });
  }
});

const stopsWith = async (zip: Buffer, rule: string): Promise<void> =>
  withPackage({ 'package.zip': zip }, async ({ manifest, problems, names }) => {
    expect(manifest).toBeNull();
    expect(problems).toMatchObject([{ file: 'package.zip', rule, weight: 'stop' }]);
    expect(names).toEqual([]);
  });

test.each(['../', '/', 'a/../../'])('a path that leads out of the zip: %s', async (climb) => {
  const plain = `${'x'.repeat(climb.length)}children.csv`;
  await stopsWith(
    renamed(await packed({ [plain]: 'child_id\n' }), plain, `${climb}children.csv`),
    'zip-path-outside',
  );
});

test('a file that unpacks to more than a hundred times its size', async () => {
  await stopsWith(await packed({ 'children.csv': Buffer.alloc(20_000_000, 'A') }), 'zip-ratio');
});

test('a zip whose bytes have changed since it was packed', async () => {
  const text = 'child_id,birth_date\nA,2015-03-01\n';
  const zip = new yazl.ZipFile();
  zip.addBuffer(Buffer.from(text), 'children.csv', { compress: false });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  await stopsWith(renamed(Buffer.concat(chunks), '2015-03-01', '2016-03-01'), 'zip-unreadable');
});

test('a file that is larger than the zip says', async () => {
  const zip = await packed({ 'children.csv': Buffer.alloc(3_000_000, 'A') });
  const declared = zip.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24;
  zip.writeUInt32LE(2_000, declared);
  await stopsWith(zip, 'zip-unreadable');
});

test('a link instead of a file', async () => {
  await stopsWith(await packed({ 'children.csv': '/etc/hostname' }, 0o120777), 'zip-link');
});

test('a zip behind a password', async () => {
  const zip = await ofSmallPackage();
  const central = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  zip.writeUInt16LE(zip.readUInt16LE(central + 8) | 1, central + 8);
  await stopsWith(zip, 'zip-encrypted');
});

test('a zip that is cut short, or damaged inside', async () => {
  const zip = await ofSmallPackage();
  await stopsWith(zip.subarray(0, zip.length - 40), 'zip-unreadable');
  const damaged = Buffer.from(zip);
  const content = deflateRawSync(Buffer.from(smallPackage['children.csv'] ?? ''));
  damaged.fill(0xff, zip.indexOf(content), zip.indexOf(content) + content.length);
  await stopsWith(damaged, 'zip-unreadable');
});
