/** The description of the API (OpenAPI 3.1), made from the schemas that its answers pass through. */
import { z } from 'zod';
import { programVersion } from '../../platform/program-version.ts';
import { type Operation, whoMayAsk } from './operation.ts';
import { operations } from './operations.ts';
import { type ApiProblemKind, apiProblems, problemShape } from './problem-json.ts';
import { shapes } from './shapes.ts';

type Json = Readonly<Record<string, unknown>>;

const refOf = (id: string): string => `#/components/schemas/${id}`;

const bare = ({ $schema: _, $id: __, ...schema }: Json): Json => schema;

const componentSchemas = (): Json => {
  const { schemas } = z.toJSONSchema(shapes, { uri: refOf, io: 'output' });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema as Json)]));
};

const nameOf = (shape: z.ZodType): string => {
  const id = shapes.get(shape)?.id;
  if (id === undefined) throw new Error('An answer of the API has a shape without a name.');
  return id;
};

/** As it is written in an address: what has a default may be left out. */
const parametersOf = (shape: z.ZodObject, where: 'path' | 'query'): Json[] => {
  const { properties = {}, required = [] } = z.toJSONSchema(shape, { io: 'input' });
  return Object.entries(properties).map(([name, schema]) => {
    const { description, ...rest } = schema as Json;
    return {
      ...{ name, in: where, required: required.includes(name) },
      ...(description === undefined ? {} : { description }),
      schema: rest,
    };
  });
};

const answerHeaders = {
  ETag: { description: 'Send it back as `If-None-Match`.', schema: { type: 'string' } },
  RateLimit: { description: 'What is left of this minute.', schema: { type: 'string' } },
} as const;

const problemOf = (kind: ApiProblemKind): Json => ({
  description: apiProblems[kind].when,
  content: { 'application/problem+json': { schema: { $ref: refOf(nameOf(problemShape)) } } },
});

const problemsOf = ({ needs, path, query }: Operation): ApiProblemKind[] => [
  'no-token',
  ...(needs.length === 0 ? [] : (['not-allowed'] as const)),
  ...(path.includes('{') || path.includes('data-version') || path.endsWith('/figures')
    ? (['not-found'] as const)
    : []),
  ...('cursor' in query.shape ? (['conflict'] as const) : []),
  'invalid',
  'too-many',
  'broken',
  ...(path.endsWith('/figures') ? (['preparing'] as const) : []),
];

const describe = (one: Operation): Json => ({
  operationId: one.id,
  summary: one.summary,
  description: `${one.description} ${whoMayAsk(one)}`,
  parameters: [...parametersOf(one.params, 'path'), ...parametersOf(one.query, 'query')],
  responses: {
    '200': {
      description: 'The answer.',
      headers: answerHeaders,
      content: { 'application/json': { schema: { $ref: refOf(nameOf(one.answer)) } } },
    },
    '304': { description: 'Nothing has changed since the answer with the `If-None-Match` you sent.' },
    ...Object.fromEntries(problemsOf(one).map((kind) => [String(apiProblems[kind].status), problemOf(kind)])),
  },
});

/** The whole document, for `/api/v1/openapi.json`. */
export const openApiDocument = (): Json => ({
  openapi: '3.1.1',
  info: {
    title: 'Midcourse',
    version: programVersion,
    description:
      'What the pages show, for programs, by the same policies: a token never opens more than its maker may see at that ' +
      'moment. Read only.',
  },
  servers: [{ url: '/' }],
  security: [{ token: [] }],
  paths: Object.fromEntries(operations.map((one) => [one.path, { get: describe(one) }])),
  components: {
    schemas: componentSchemas(),
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', description: 'Made and revoked under /account/tokens.' },
    },
  },
});
