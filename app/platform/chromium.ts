/** The system's Chromium, as a camera: what was drawn as SVG or written as HTML becomes PNG. It reaches no network. */
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const usualFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
const patienceMs = 20_000;

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** @param set where the configuration says it is; then nothing else is looked for */
export const findChromium = (set: string | undefined): string | null => {
  if (set !== undefined) return isProgram(set) ? set : null;
  return names.flatMap((name) => usualFolders.map((folder) => join(folder, name))).find(isProgram) ?? null;
};

const switches = (folder: string): string[] => [
  '--headless=new',
  '--disable-gpu',
  '--hide-scrollbars',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  // No name resolves: what is photographed is in the file.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  `--user-data-dir=${join(folder, 'profile')}`,
  // Chromium's own walls need a user other than root; what it is given is drawn by us and holds no script.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const run = (program: string, callArguments: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, callArguments, {
      stdio: 'ignore',
      timeout: patienceMs,
      killSignal: 'SIGKILL',
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`Chromium ended with ${code ?? 'no answer in time'}.`)),
    );
  });

export interface Photograph {
  /** A whole document without script. */
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

/** One at a time: a browser takes memory, and nobody needs two pictures at once. */
let last: Promise<unknown> = Promise.resolve();

const takePicture = async (program: string, folder: string, photograph: Photograph): Promise<Buffer> => {
  const own = await mkdtemp(join(folder, 'picture-'));
  const [page, picture] = [join(own, 'page.html'), join(own, 'page.png')];
  try {
    await writeFile(page, photograph.html, { mode: 0o600 });
    await run(program, [
      ...switches(own),
      '--force-device-scale-factor=2',
      `--window-size=${photograph.width},${photograph.height}`,
      `--screenshot=${picture}`,
      pathToFileURL(page).href,
    ]);
    return await readFile(picture);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
};

/** A PNG with two pixels for each of the document's. Files of the work lie in `folder` and are gone when it ends. */
export const photographOf = (program: string, folder: string, photograph: Photograph): Promise<Buffer> => {
  const taken = last.then(() => takePicture(program, folder, photograph));
  last = taken.catch(() => {});
  return taken;
};
