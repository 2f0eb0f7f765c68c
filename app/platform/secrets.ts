/** Secrets this installation made for itself, in one 0600 file of the data folder. */
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, readFile, unlink, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { DataFolder } from './data-folder.ts';
import { Invalid } from './errors.ts';

const shape = z.object({
  databaseAdminPassword: z.string().min(20),
  databaseOwnerPassword: z.string().min(20),
  databaseApplicationPassword: z.string().min(20),
  /** Signs sessions and cookies. */
  sessionSecret: z.string().min(20),
});

export type Secrets = Readonly<z.infer<typeof shape>>;

const fresh = (): Secrets => {
  const random = (): string => randomBytes(24).toString('base64url');
  return {
    databaseAdminPassword: random(),
    databaseOwnerPassword: random(),
    databaseApplicationPassword: random(),
    sessionSecret: random(),
  };
};

const readSecrets = async (folder: DataFolder): Promise<Secrets> => {
  try {
    return shape.parse(JSON.parse(await readFile(folder.secretsFile, 'utf8')));
  } catch {
    throw new Invalid(`${folder.secretsFile} cannot be read as secrets.`, 'Restore it from a backup.');
  }
};

/** Reads the secrets, making them first where there are none. Two starters at once get the same ones. */
export const loadSecrets = async (folder: DataFolder): Promise<Secrets> => {
  if (existsSync(folder.secretsFile)) return readSecrets(folder);
  const half = `${folder.secretsFile}.${randomUUID()}`;
  await writeFile(half, `${JSON.stringify(fresh(), null, 2)}\n`, { mode: 0o600 });
  try {
    await link(half, folder.secretsFile);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(half);
  }
  return readSecrets(folder);
};
