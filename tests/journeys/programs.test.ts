/** What programs can ask, from outside: the served description is held against real answers by a validator not ours. */
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { beforeAll, expect, test } from 'vitest';
import { juniper } from '../support/juniper.ts';
import { type Program, programOf } from '../support/programs.ts';
import type { Served } from '../support/visits.ts';

interface Described {
  readonly paths: Readonly<
    Record<string, { readonly get: { readonly responses: Readonly<Record<string, Answered>> } }>
  >;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

interface Answered {
  readonly content?: Readonly<Record<string, { readonly schema: { readonly $ref: string } }>>;
}

interface List {
  readonly data: readonly Readonly<Record<string, unknown>>[];
  readonly next: string | null;
}

// biome-ignore format: a table is read in columns
const people = ['analyst', 'administrator', 'leader', 'supervisor', 'caseworker', 'county-leader', 'county-analyst', 'nation', 'partner', 'observer', 'security-officer'] as const;
type Person = (typeof people)[number];

const programs = new Map<Person, Program>();
const as = (person: Person): Program => {
  const program = programs.get(person);
  if (!program) throw new Error(`${person} has no token.`);
  return program;
};

let served: Served;
let document: Described;
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
beforeAll(async () => {
  served = await juniper();
  for (const person of people) programs.set(person, await programOf(served, `${person}@juniper.example`));
  document = (await (await fetch(`${served.address}/api/v1/openapi.json`)).json()) as Described;
  // The package's types name the default export of a CommonJS module.
  (formats as unknown as (to: Ajv2020) => void)(ajv);
  ajv.addVocabulary(['components']);
  ajv.addSchema({ $id: 'served', components: document.components });
}, 300_000);

/** What the document says of this status does not fit the answer; none is right. */
const misfits = async (path: string, answer: Response): Promise<unknown> => {
  const { content = {} } = document.paths[path]?.get.responses[String(answer.status)] ?? {};
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const schema = content[type]?.schema.$ref;
  if (schema === undefined) return `${path} does not describe ${answer.status} as ${type}`;
  const check = ajv.compile({ $ref: `served${schema}` });
  return check(await answer.json()) ? [] : check.errors;
};

test('the description is OpenAPI 3.1 by its own published schema', async () => {
  expect(await new Validator().validate(JSON.parse(JSON.stringify(document)))).toMatchObject({ valid: true });
});

/** A question for each address described; one without is a failure. */
const questions: Readonly<Record<string, readonly string[]>> = {
  '/api/v1/agency': ['/agency'],
  '/api/v1/data-versions/in-use': ['/data-versions/in-use'],
  '/api/v1/data-versions': ['/data-versions', '/data-versions?limit=1'],
  '/api/v1/measures': ['/measures'],
  '/api/v1/measures/{measure}': ['/measures/P1', '/measures/C2', '/measures/nothing'],
  '/api/v1/figures': [
    '/figures?measure=P1&measure=S1&measure=C1&window=23A23B&window=24A24B&by=county&by=age&by=aian_any',
    '/figures?measure=P4&rhythm=month&from=2025-01-01&limit=5',
    '/figures?measure=P1&window=23A23B&age=6-10&sex=female',
    '/figures?measure=P1',
    '/figures?measure=Z9&window=23A23B',
    '/figures?measure=P1&window=23A23B&colour=red',
    '/figures?measure=P1&window=23A23B&at=nowhere',
    '/figures?measure=P1&window=23A23B&cursor=99.0',
  ],
  '/api/v1/marks': ['/marks', '/marks?kind=policy&measure=H3', '/marks?place=nowhere', '/marks?kind=x'],
  '/api/v1/published': ['/published?limit=3', '/published?limit=0', '/published?cursor=x'],
  '/api/v1/published/{state}': ['/published/OR', '/published/PR', '/published/ZZ'],
  '/api/v1/values': ['/values', '/values?at=county:Goldenrod'],
  '/api/v1/coverage': ['/coverage', '/coverage?at=county:Goldenrod', '/coverage?at=x'],
  '/api/v1/decisions': [
    '/decisions',
    '/decisions?standing=due',
    '/decisions?words=kin&limit=1',
    '/decisions?level=x',
  ],
  '/api/v1/audit': [
    '/audit?limit=3',
    '/audit?event=signed-in&from=2020-01-01',
    '/audit?subject=account:1',
    '/audit?to=x',
  ],
};

test('every address has its questions here', () => {
  expect(Object.keys(questions).sort()).toEqual(Object.keys(document.paths).sort());
});

test.each(Object.entries(questions))('%s: each answer fits what is described', async (path, asked) => {
  for (const question of asked) {
    for (const person of ['analyst', 'administrator', 'partner'] as const) {
      const answer = await as(person).ask(question);
      expect(answer.status, question).toBeLessThan(500);
      expect(await misfits(path, answer), `${person}: ${question}`).toEqual([]);
    }
  }
});

test('an error is said in the sentences of the pages', async () => {
  const refused = await (await as('partner').ask('/measures')).json();
  expect(refused).toMatchObject({
    type: '/api#not-allowed',
    status: 403,
    detail: 'You may not see the measures.',
    whoCan: expect.stringContaining('a leader'),
  });
  const wrong = await (await as('analyst').ask('/figures?measure=P1&window=never')).json();
  expect(wrong).toMatchObject({
    status: 422,
    detail: '"never" is not a window.',
    remedy: expect.stringContaining('23A23B'),
  });
});

const figure = (at: string): string =>
  `/figures?measure=P1&window=23A23B&by=county&at=${encodeURIComponent(at)}`;

// biome-ignore format: a table is read in columns
const mayAsk: Readonly<Record<string, readonly (0 | 1)[]>> = {
  //                             analyst admin leader supervisor caseworker county-leader county-analyst nation partner observer security
  '/agency':                           [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  '/published/OR':                     [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  '/data-versions/in-use':             [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0],
  '/data-versions':                    [1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0],
  '/measures':                         [1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0],
  '/marks':                            [1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0],
  '/values':                           [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0],
  '/coverage':                         [1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0],
  '/decisions':                        [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0],
  '/audit':                            [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1],
  [figure('state')]:                   [1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0],
  [figure('county:Goldenrod')]:        [1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0],
  [figure('county:Birchmere')]:        [1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0],
  [figure('unit:Birchmere/Birchmere 3')]: [1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0],
  [figure('unit:Birchmere/Birchmere 2')]: [1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0],
  [figure('nation:Blue Sedge Nation')]:   [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0],
  [figure('partner:Juniper Family Council')]: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
};

test.each(Object.entries(mayAsk))('%s: who may and who may not', async (path, line) => {
  const statuses: Record<string, number> = {};
  for (const person of people) statuses[person] = (await as(person).ask(path)).status;
  expect(statuses).toEqual(
    Object.fromEntries(people.map((person, at) => [person, line[at] === 1 ? 200 : 403])),
  );
});

interface FigureAnswer {
  readonly at: string;
  readonly dataVersion: number;
  readonly asOf: string;
  readonly total: { readonly denominator: number };
  readonly by: { readonly county: readonly { readonly group: string }[] };
}

const oneFigure = async (person: Person, path: string): Promise<FigureAnswer> => {
  const { data } = (await (await as(person).ask(path)).json()) as { data: FigureAnswer[] };
  if (!data[0]) throw new Error(`${path} gave no figure.`);
  return data[0];
};

test('without a place the first of one’s own is meant, and a county’s figures hold no other county', async () => {
  const own = await oneFigure('county-leader', '/figures?measure=P1&window=23A23B&by=county');
  expect(own.at).toBe('county:Goldenrod');
  expect(own.by.county.map(({ group }) => group)).toEqual(['Goldenrod']);
  const state = await oneFigure('leader', '/figures?measure=P1&window=23A23B&by=county');
  expect(state.at).toBe('state');
  expect(state.by.county.length).toBeGreaterThan(20);
  expect(own.total.denominator).toBeLessThan(state.total.denominator);
});

interface GuardedAnswer {
  readonly by: Readonly<
    Record<
      string,
      readonly {
        readonly cell: {
          readonly numerator: number | null;
          readonly suppressed: boolean;
          readonly reason: string | null;
        };
      }[]
    >
  >;
}

test('cells of few children are kept back with the reason, and who may see them is on record', async () => {
  const path = '/figures?measure=P1&window=23A23B&by=race_ethnicity&at=county:Goldenrod';
  const cellsOf = async (person: Person) => {
    const { data } = (await (await as(person).ask(path)).json()) as { data: GuardedAnswer[] };
    return data[0]?.by.race_ethnicity?.map(({ cell }) => cell) ?? [];
  };
  const kept = (await cellsOf('leader')).filter(({ suppressed }) => suppressed);
  expect(kept.length).toBeGreaterThan(0);
  for (const { numerator, reason } of kept) {
    expect(numerator).toBeNull();
    expect(reason).toMatch(/^[A-Z].+\.$/);
  }
  expect((await cellsOf('county-leader')).some(({ suppressed }) => suppressed)).toBe(false);
  const { data } = (await (
    await as('administrator').ask('/audit?event=small-cells-read&limit=1')
  ).json()) as List;
  expect(data[0]).toMatchObject({ details: { figures: expect.stringContaining('race_ethnicity') } });
});

test('with what is known already, an answer is 304; another token’s tag is no use', async () => {
  const path = '/figures?measure=P1&window=23A23B';
  const first = await as('analyst').ask(path);
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^W\/"/);
  const again = await as('analyst').ask(path, { headers: { 'if-none-match': etag } });
  expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
  const other = await as('leader').ask(path, { headers: { 'if-none-match': etag } });
  expect(other.status).toBe(200);
});

test('a list is walked to its end by `next`, each item once', async () => {
  const seen: unknown[] = [];
  let path: string | null = '/published?limit=20';
  while (path !== null) {
    const answer = await as('observer').ask(path);
    const { data, next } = (await answer.json()) as List;
    expect(answer.headers.get('link')).toBe(next === null ? null : `<${next}>; rel="next"`);
    seen.push(...data.map(({ state }) => state));
    path = next?.replace('/api/v1', '') ?? null;
  }
  expect(seen).toHaveLength(52);
  expect(new Set(seen).size).toBe(52);
});

test('nobody but a token opens it, and a token opens nothing else', async () => {
  const { address } = served;
  const { token } = as('administrator');
  const asked = (path: string, init: RequestInit) =>
    fetch(`${address}${path}`, { redirect: 'manual', ...init });
  const authorization = `Bearer ${token}`;
  const withCookie = await asked('/api/v1/agency', { headers: { cookie: 'midcourse.session_token=x' } });
  expect(withCookie.status).toBe(401);
  expect(withCookie.headers.get('www-authenticate')).toContain('Bearer');
  expect(await withCookie.json()).toMatchObject({ remedy: expect.stringContaining('opens nothing here') });
  const onPage = await asked('/measures', { headers: { authorization } });
  expect([onPage.status, onPage.headers.get('location')]).toEqual([302, '/sign-in?next=%2Fmeasures']);
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const changed = await asked('/api/v1/values', { method, headers: { authorization } });
    expect([changed.status, changed.headers.get('content-type')?.split(';')[0]]).toEqual([
      405,
      'application/problem+json',
    ]);
  }
  const fromElsewhere = await asked('/api/v1/agency', {
    headers: { authorization, origin: 'https://elsewhere.example' },
  });
  expect([...fromElsewhere.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  expect((await asked('/api/v1/nothing', {})).headers.get('content-type')).toBe('application/problem+json');
});

test('reading the audit is in the audit, and nobody is named in it', async () => {
  const { data } = (await (
    await as('security-officer').ask('/audit?permission=audit.read&limit=5')
  ).json()) as List;
  expect(data[0]).toMatchObject({
    event: 'audit-taken',
    by: 'a person',
    details: { as: 'answer to a token' },
  });
  const { data: signedIn } = (await (await as('administrator').ask('/audit?event=signed-in')).json()) as List;
  expect(signedIn.length).toBeGreaterThan(5);
  expect(new Set(signedIn.map(({ subject }) => subject))).toEqual(new Set(['account']));
});

test('a token asks 120 times a minute', async () => {
  const { ask } = await programOf(served, 'observer@juniper.example');
  const answers: Response[] = [];
  for (let call = 0; call < 121; call += 1) answers.push(await ask('/agency'));
  expect(answers.slice(0, 120).every(({ status }) => status === 200)).toBe(true);
  const last = answers.at(-1);
  expect(last?.status).toBe(429);
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await misfits('/api/v1/agency', last as Response)).toEqual([]);
});
