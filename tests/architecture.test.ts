/** Holds the house in the shape that docs/architecture.md describes. Each failure names the rule and why it is there. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const notOurs =
  /^(?:node_modules|build|data|coverage|bench\/out|\.git|\.react-router|tests\/vectors|migrations\/meta)\//;
const kinds = '*.{ts,tsx,js,sql,scss,css,md,json,sh,R}';
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const files = globSync([`*/**/${kinds}`, kinds, '.ci/*'], {
  cwd: root,
  exclude: ['node_modules', 'build', 'data'],
})
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !notOurs.test(path));
const isTest = (path: string): boolean => /^tests\/|\.test\.tsx?$|\.fixture\.ts$/.test(path);
const code = files.filter((path) => /\.(?:tsx?|js)$/.test(path));
/** What Node runs: scripts in public/ run in browsers. */
const production = code.filter((path) => !isTest(path) && !path.startsWith('public/'));
const withoutComments = (path: string): string =>
  text(path).replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

const importsOf = (path: string): string[] =>
  [...withoutComments(path).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(([, target = '']) =>
    target.startsWith('.') ? normalize(join(dirname(path), target)) : target,
  );

/** `rooms/measures`, `commons`, `ui`, `web`, `cli`, … ; a package or `node:fs` is `package`. */
const zoneOf = (path: string): string => {
  const room = /^app\/rooms\/([^/]+)\/(components\/)?/.exec(path);
  if (room) return room[2] ? 'components' : `rooms/${room[1]}`;
  const shared = /^app\/(commons|platform|ui|words)\//.exec(path);
  if (shared) return shared[1] ?? '';
  if (path.startsWith('app/') || /^[^/]+\.ts$/.test(path)) return 'web';
  return /^(statistics|cli|seed|bench|bin)\//.exec(path)?.[1] ?? 'package';
};

const mayImport: Readonly<Record<string, readonly string[]>> = {
  statistics: [],
  platform: [],
  commons: ['platform'],
  'rooms/values': ['commons', 'platform', 'statistics'],
  'rooms/measures': ['commons', 'platform', 'statistics', 'rooms/values'],
  'rooms/voices': ['commons', 'platform', 'statistics', 'rooms/values'],
  'rooms/changes': ['commons', 'platform', 'statistics', 'rooms/values', 'rooms/measures', 'rooms/voices'],
  words: [],
  ui: ['statistics', 'words'],
  components: ['ui', 'words', 'statistics', 'rooms/*'],
  seed: ['statistics', 'platform', 'commons', 'rooms/*'],
  web: ['components', 'ui', 'words', 'commons', 'platform', 'rooms/*', 'seed'],
  cli: ['web', 'seed', 'commons', 'platform', 'statistics', 'rooms/*'],
};

const isAllowedImport = (from: string, target: string): boolean => {
  const [here, there] = [zoneOf(from), zoneOf(target)];
  const allowed = mayImport[here];
  if (!allowed || there === 'package' || here === there) return true;
  if (here === 'components' && target.startsWith(`${from.split('/components/')[0]}/`)) return true;
  if (!there.startsWith('rooms/')) return allowed.includes(there);
  return target === `app/${there}/public.ts` && (allowed.includes(there) || allowed.includes('rooms/*'));
};

test('imports go one way: routes, cli → rooms (by public.ts) → commons → platform; statistics and ui stand beside', () => {
  const wrong = production.flatMap((path) =>
    importsOf(path)
      .filter((target) => !isAllowedImport(path, target))
      .map((target) => `${path} → ${target}`),
  );
  expect(wrong, 'A step back up makes two parts one: neither can be read, tested or changed alone.').toEqual(
    [],
  );
});

interface ContentRule {
  readonly rule: string;
  readonly why: string;
  readonly found: RegExp;
  readonly only: RegExp;
}

const imports = (packages: string): RegExp =>
  new RegExp(`(?:from|import)\\s*\\(?\\s*'(?:${packages})(?:/[^']*)?'`);

const contentRules: readonly ContentRule[] = [
  {
    rule: 'only config.ts reads the environment',
    why: 'Otherwise no one place says what can be set, and a wrong setting shows late.',
    found: /\bprocess\.env\b/,
    only: /^app\/platform\/config\.ts$|^bin\/|^[^/]+\.config\.ts$/,
  },
  {
    rule: 'only clock.ts reads the time',
    why: 'A figure must be the same tomorrow: what depends on today is given it.',
    found: /\bnew Date\(\)|\bDate\.now\(|\bperformance\.now\(/,
    only: /^app\/platform\/clock\.ts$/,
  },
  {
    rule: 'only log.ts writes to the console, and the command line',
    why: 'The log promises to hold no names and no values of records; one place can keep that.',
    found: /\bconsole\.|\bprocess\.std(?:out|err)\b/,
    only: /^app\/platform\/log\.ts$|^(?:cli|bench)\//,
  },
  {
    rule: 'only ui imports USWDS and the plotting library',
    why: 'The look changes in one place.',
    found: imports('@uswds|@trussworks|@observablehq|linkedom'),
    only: /^app\/ui\/|^vite\.config\.ts$/,
  },
  {
    rule: 'only rooms/measures touches DuckDB',
    why: 'Person-level records are read behind one door.',
    found: /@duckdb\/node-api|analytics\/duckdb/,
    only: /^app\/rooms\/measures\/|^app\/platform\/analytics\/|^bench\//,
  },
  {
    rule: 'figures leave their room by the guard alone; only `midcourse measure` has a raw view',
    why: 'Whatever else computes figures shows cells of few children to whoever asks.',
    found: /\b(?:computeFigures|withRawView|preparedFigures|preparedStarSums)\b/,
    only: /^app\/rooms\/measures\/(?:public\.ts|results\/)|^cli\/verbs\/measure(?:\/|\.ts)|^bench\//,
  },
  {
    rule: 'only the guard reads figures of everybody',
    why: 'One door between figures and whatever shows them.',
    found: /figuresOf[^;]*from '[./]*(?:results\/)?figures\.ts'/,
    only: /^app\/rooms\/measures\/results\/guard\/figures-for\.ts$/,
  },
  {
    rule: 'in a room only tables, reads and writes touch Postgres',
    why: 'Every query stands where its scope is asked for.',
    found: imports('drizzle-orm|pg'),
    only: /(?:^|\/)(?:tables|reads|writes)\.ts$|^app\/(?:commons|platform)\/|^drizzle\.config\.ts$/,
  },
  {
    rule: 'rooms, commons and platform know no router, no request and no page',
    why: 'Pages, jobs, exports and the command line share them.',
    found: imports('react-router|@react-router|express|react|react-dom'),
    only: /^app\/(?:routes|ui|words|server)\/|^app\/[^/]+$|\/components\/|^[^/]+\.config\.ts$/,
  },
  {
    rule: 'statistics imports nothing',
    why: 'Mathematics that can be read, checked and used alone.',
    found: /(?:from|import)\s*\(?\s*'(?!\.)/,
    only: /^(?!statistics\/)/,
  },
];

test.each(contentRules)('$rule', ({ found, only, why }) => {
  const wrong = production.filter((path) => !only.test(path) && found.test(withoutComments(path)));
  expect(wrong, why).toEqual([]);
});

test('files are named in kebab-case after the one thing they give', () => {
  const vague = /(?:^|\/)(?:index|utils?|helpers?|misc|lib|managers?)(?:\.|\/|$)/;
  const kebab =
    /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?:test|fixture|config|d|entry|client|server|module))*\.(?:tsx?|js)$/;
  const wrong = code.filter(
    (path) =>
      vague.test(path) || (!kebab.test(path.split('/').at(-1) ?? '') && !path.startsWith('app/entry.')),
  );
  expect(wrong, 'Names like utils or index say nothing of what is inside.').toEqual([]);
});

test('there are no barrels', () => {
  const barrels = production.filter((path) => {
    const rest = withoutComments(path).replaceAll(
      /export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;]*from\s*'[^']+';/g,
      '',
    );
    return rest.trim() === '' && !path.endsWith('/public.ts');
  });
  expect(
    barrels,
    'A file that only passes on hides where things are; a room has one door, public.ts.',
  ).toEqual([]);
});

test('every room has a door and a README', () => {
  const rooms = new Set(production.flatMap((path) => /^app\/rooms\/[^/]+/.exec(path)?.[0] ?? []));
  const wanted = [...rooms].flatMap((room) => [`${room}/public.ts`, `${room}/README.md`]);
  expect(
    wanted.filter((path) => !files.includes(path)),
    'A reader starts there.',
  ).toEqual([]);
});

test('files are small: median ≤ 60 lines, p95 ≤ 250, none over 400', () => {
  const sizes = files
    .filter((path) => /\.(?:tsx?|js|sql|scss|css)$/.test(path) && !path.startsWith('migrations/'))
    .map((path) => ({ path, lines: text(path).trimEnd().split('\n').length }))
    .sort((a, b) => a.lines - b.lines);
  const at = (share: number): number => sizes[Math.ceil(sizes.length * share) - 1]?.lines ?? 0;
  expect(
    sizes.filter(({ lines }) => lines > 400),
    'Split it into several well-named files.',
  ).toEqual([]);
  expect(at(0.95), 'One file in twenty at most is long.').toBeLessThanOrEqual(250);
  expect(at(0.5), 'A file gives one thing.').toBeLessThanOrEqual(60);
});

test('at most 30 runtime dependencies, each with its line in docs/dependencies.md', () => {
  const { dependencies } = JSON.parse(text('package.json')) as { dependencies: Record<string, string> };
  const names = Object.keys(dependencies);
  const explained = text('docs/dependencies.md');
  expect(names.length, 'Each is code that we answer for and did not write.').toBeLessThanOrEqual(30);
  expect(
    names.filter((name) => !explained.includes(`\`${name}\``)),
    'Say what, why, licence.',
  ).toEqual([]);
  expect(
    Object.entries(dependencies).filter(([, version]) => !/^\d/.test(version)),
    'Pin exactly.',
  ).toEqual([]);
});

test('the lock file names every optional part of every package', () => {
  type Locked = { optionalDependencies?: Record<string, string> };
  const { packages } = JSON.parse(text('package-lock.json')) as { packages: Record<string, Locked> };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  );
  expect(missing, 'npm ci refuses a lock file that leaves out another platform.').toEqual([]);
});

test('no path of one machine', () => {
  const here = 'tests/architecture.test.ts';
  const wrong = files.filter((path) => path !== here && /\/(?:home|root|work|Users)\/[a-z]/.test(text(path)));
  expect(wrong, 'The house stands on any machine.').toEqual([]);
});
