import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DataFolder, dataFolderAt, prepareDataFolder } from '../../platform/data-folder.ts';
import { plainName, receiveUpload } from './receive-upload.ts';

let folder: DataFolder;
beforeEach(async () => {
  folder = dataFolderAt(await mkdtemp(join(tmpdir(), 'midcourse-upload-')));
  await prepareDataFolder(folder);
});
afterEach(() => rm(folder.root, { recursive: true, force: true }));

const post = (form: FormData): Request =>
  new Request('http://here/data/upload', { method: 'POST', body: form });

const withFiles = (files: Readonly<Record<string, string>>): FormData => {
  const form = new FormData();
  form.set('putInUse', 'on');
  for (const [name, text] of Object.entries(files)) form.append('files', new File([text], name));
  return form;
};

test('files arrive whole, with the form’s other fields', async () => {
  const large = 'x'.repeat(3_000_000);
  const upload = await receiveUpload(
    post(withFiles({ 'children.csv': 'child_id', 'removals.csv': large })),
    folder,
  );
  expect(upload.fields).toEqual({ putInUse: 'on' });
  expect((await readdir(upload.folder)).sort()).toEqual(['children.csv', 'removals.csv']);
  expect(await readFile(join(upload.folder, 'removals.csv'), 'utf8')).toBe(large);
});

test('a name cannot climb out of its folder', async () => {
  const upload = await receiveUpload(post(withFiles({ '../../etc/passwd': 'no' })), folder);
  expect(upload.paths).toEqual([join(upload.folder, 'passwd')]);
  expect(plainName('C:\\files\\..\\a:b.csv')).toBe('a_b.csv');
  expect(plainName('..')).toBe('');
});

test('a long name of letters that take several bytes fits the disk and keeps its ending', async () => {
  const upload = await receiveUpload(post(withFiles({ [`${'児'.repeat(150)}.csv`]: 'child_id' })), folder);
  expect(await readdir(upload.folder)).toEqual([expect.stringMatching(/^児{65}\.csv$/)]);
  expect(plainName(`${'👪'.repeat(100)}.csv`)).toBe(`${'👪'.repeat(49)}.csv`);
  await upload.discard();
  expect(await readdir(folder.staging)).toEqual([]);
});

test('no file, two of one name, a body cut off: said so, and nothing is left', async () => {
  await expect(receiveUpload(post(withFiles({})), folder)).rejects.toThrow('No file was sent');
  const twice = withFiles({ 'a.csv': '1' });
  twice.append('files', new File(['2'], 'a.csv'));
  await expect(receiveUpload(post(twice), folder)).rejects.toThrow('Two files are called a.csv');
  const cut = new Request('http://here/data/upload', {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\nhalf',
  });
  await expect(receiveUpload(cut, folder)).rejects.toThrow('cut off');
  expect(await readdir(folder.staging)).toEqual([]);
});
