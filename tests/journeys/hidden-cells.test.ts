/**
 * Whoever may not see a cell finds no number of it in anything the server gives: page, charts and their tables, CSV, JSON,
 * pictures, API, board, values, decisions. What the cells hold is taken from an analyst's export.
 */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { juniper } from '../support/juniper.ts';
import { type Program, programOf } from '../support/programs.ts';
import { type Served, visitsTo } from '../support/visits.ts';

interface Cell {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  readonly hidden?: string;
}

type Groups = Readonly<Record<string, Cell>>;

interface Exported {
  readonly figures: readonly (Cell & { readonly by: Readonly<Record<string, Groups>> })[];
}

const county = 'Goldenrod';
const window = '2022-10-01';
const measures = ['permanency-in-12-months', 'removed-within-60-days', 'reported-again'] as const;
const ids = {
  'permanency-in-12-months': 'P1',
  'removed-within-60-days': 'H4',
  'reported-again': 'H5',
} as const;
const cuts = ['county', 'age', 'race_ethnicity'] as const;

/** Three accounts that may not see small cells of Goldenrod or of the whole state: two of one role have their own sessions. */
const readers = ['leader', 'caseworker', 'county-leader'] as const;
type Reader = (typeof readers)[number];

let served: Served;
const only = async (name: string): Promise<Served> => {
  const all = await juniper();
  return { ...all, accounts: all.accounts.filter(({ email }) => email.startsWith(`${name}@`)) };
};
const visits = Object.fromEntries(
  [...readers, 'analyst'].map((name) => [name, visitsTo(() => only(name))]),
) as Record<Reader | 'analyst', ReturnType<typeof visitsTo>>;
const roleOf = {
  leader: 'leader',
  caseworker: 'frontline',
  'county-leader': 'leader',
  analyst: 'analyst',
} as const;

let program: Program;
beforeAll(async () => {
  served = await juniper();
  program = await programOf(served, 'leader@juniper.example');
}, 300_000);

const bodyOf = async (page: Page, path: string): Promise<string> => {
  const answer = await page.request.get(path);
  expect([200, 403, 404, 422, 503], `${path} is answered`).toContain(answer.status());
  return answer.text();
};

/** The chosen figure with its groups, then the series. */
const exported = async (page: Page, slug: string, where: string): Promise<Exported['figures']> =>
  (JSON.parse(await bodyOf(page, `/measures/${slug}.json?window=${window}${where}`)) as Exported).figures;

const chosenOf = ([first]: Exported['figures']): Exported['figures'][number] => {
  if (!first) throw new Error('An export holds the chosen figure.');
  return first;
};

type Named = readonly [name: string, cell: Cell];

const cellsOf = ({ by, ...own }: Exported['figures'][number]): Named[] => [
  ['', own],
  ...Object.entries(by).flatMap(([breakdown, groups]) =>
    Object.entries(groups).map(([group, cell]): Named => [`${breakdown}:${group}`, cell]),
  ),
];

/** Numbers with so many digits that they stand for nothing else. */
const telling = ({ value, interval }: Cell): string[] =>
  [value, ...(interval ?? [])]
    .filter((number) => number !== null)
    .map(String)
    .filter((text) => text.length >= 8);

/** What the hidden cells of a reader hold, but for numbers that stand in shown ones too. */
const secretsOf = async (page: Page, analyst: Page, slug: string, where: string): Promise<string[]> => {
  const seen = await exported(page, slug, where);
  const truth = new Map(cellsOf(chosenOf(await exported(analyst, slug, where))));
  const own = cellsOf(chosenOf(seen));
  for (const [name, cell] of own) {
    if (cell.hidden === undefined) continue;
    const { numerator, denominator, value, interval } = cell;
    expect([numerator, denominator, value, interval], name).toEqual([null, null, null, null]);
  }
  const shown = new Set([...own.map(([, cell]) => cell), ...seen].flatMap(telling));
  const hidden = own
    .filter(([, cell]) => cell.hidden !== undefined)
    .flatMap(([name]) => truth.get(name) ?? []);
  return [...new Set(hidden.flatMap(telling))].filter((text) => !shown.has(text));
};

const pathsOf = (slug: string, where: string): string[] => {
  const search = `?window=${window}${where}`;
  const charts = ['run', 'funnel', 'over-time', 'who-step', 'who-population'];
  return [
    ...cuts.map((cut) => `/measures/${slug}${search}&cut=${cut}`),
    `/measures/${slug}.csv${search}`,
    ...charts.map((chart) => `/measures/${slug}.svg${search}&chart=${chart}`),
    `/measures/${slug}/records${search}`,
    `/measures/${slug}/records.csv${search}`,
  ];
};

const elsewhere = [
  '/',
  '/measures',
  '/values',
  '/values/coverage',
  '/values/coverage.json',
  '/values/say-and-do.json',
  '/decisions',
  '/decisions.json',
  '/decisions/how',
];

test.each(readers)('%s finds no number of a hidden cell anywhere', { timeout: 240_000 }, async (reader) => {
  const page = await visits[reader].as(roleOf[reader]);
  const analyst = await visits.analyst.as('analyst');
  const all: string[] = [];
  for (const slug of measures) {
    const places = reader === 'county-leader' ? [''] : ['', `&where=county:${county}`];
    for (const where of places) {
      const secrets = await secretsOf(page, analyst, slug, where);
      all.push(...secrets);
      for (const path of pathsOf(slug, where)) {
        const body = await bodyOf(page, path);
        expect(
          secrets.filter((secret) => body.includes(secret)),
          path,
        ).toEqual([]);
      }
    }
  }
  expect(all.length).toBeGreaterThan(50);
  for (const path of elsewhere) {
    const body = await bodyOf(page, path);
    expect(
      all.filter((secret) => body.includes(secret)),
      path,
    ).toEqual([]);
  }
});

test('nor does a program', { timeout: 120_000 }, async () => {
  const page = await visits.leader.as('leader');
  const analyst = await visits.analyst.as('analyst');
  for (const slug of measures) {
    const secrets = await secretsOf(page, analyst, slug, `&where=county:${county}`);
    for (const at of [`at=county:${county}`, 'at=state', `at=state&age=6-10`]) {
      const by = cuts.map((cut) => `by=${cut}`).join('&');
      const body = await (
        await program.ask(`/figures?measure=${ids[slug]}&window=${window}&${by}&${at}`)
      ).text();
      expect(
        secrets.filter((secret) => body.includes(secret)),
        at,
      ).toEqual([]);
    }
  }
});

test('a hidden group is a dash with its reason, a hidden county no dot, and the page says why', async () => {
  const slug = 'reported-again';
  const page = await visits.leader.as('leader');
  const { by } = chosenOf(await exported(page, slug, ''));
  const hidden = Object.entries(by.county ?? {}).filter(([, cell]) => cell.hidden !== undefined);
  const shown = Object.entries(by.county ?? {}).filter(([, cell]) => cell.hidden === undefined);
  expect(hidden.length).toBeGreaterThan(0);
  await page.goto(`/measures/${slug}?window=${window}&cut=county`);
  const rows = page.getByRole('region', { name: /Oct 2022–Sep 2023, final/ }).getByRole('row');
  for (const [name] of hidden) {
    const cells = rows.filter({ has: page.getByRole('rowheader', { name, exact: true }) }).getByRole('cell');
    const texts = await cells.allTextContents();
    expect(texts.join(' '), name).toContain('too few to show');
    expect(texts.join(' '), name).not.toMatch(/\d/);
  }
  const funnel = page.locator('section[aria-labelledby="variation"] svg').first();
  const dots = (await funnel.locator('title').allTextContents()).filter((title) => / of /.test(title));
  expect(dots).toHaveLength(shown.filter(([name]) => name !== 'unknown').length);
  for (const [name] of hidden) expect(dots.filter((title) => title.startsWith(name))).toEqual([]);
  await page.getByRole('link', { name: 'Why some figures are not shown' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Why some figures are not shown' }).waitFor();
  expect(await page.getByText('A count from 1 to 10').count()).toBe(1);
});
