/** The only place that reads the environment. Refuses to start half-configured: every problem is named at once. */
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { Invalid } from './errors.ts';

const blankIsUnset = (value: unknown): unknown => (value === '' ? undefined : value);

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

const variables = z.object({
  MIDCOURSE_DATA: z.preprocess(blankIsUnset, z.string().default('./data')),
  MIDCOURSE_DROP: z.preprocess(blankIsUnset, z.string().optional()),
  DATABASE_URL: z.preprocess(blankIsUnset, z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  HOST: z.preprocess(blankIsUnset, z.string().default('127.0.0.1')),
  PORT: z.preprocess(blankIsUnset, z.coerce.number().int().min(0).max(65535).default(4700)),
  PUBLIC_URL: z.preprocess(blankIsUnset, z.url({ protocol: /^https?$/ }).optional()),
  MIDCOURSE_MEMORY: z.preprocess(
    blankIsUnset,
    z
      .string()
      .regex(/^\d+(MB|GB)$/, 'a size such as 800MB or 2GB')
      .default('800MB'),
  ),
  MIDCOURSE_RECORD_IDS: z.preprocess(blankIsUnset, z.enum(['pseudonym', 'own']).default('pseudonym')),
  MIDCOURSE_SMTP_URL: z.preprocess(blankIsUnset, z.url({ protocol: /^smtps?$/ }).optional()),
  MIDCOURSE_AGENCY_ACCOUNTS: z.preprocess(blankIsUnset, z.string().optional()),
  MIDCOURSE_MAIL_FROM: z.preprocess(blankIsUnset, z.email().optional()),
  MIDCOURSE_THREADS: z.preprocess(blankIsUnset, z.coerce.number().int().min(1).max(64).default(2)),
  MIDCOURSE_SLOW_MS: z.preprocess(blankIsUnset, z.coerce.number().int().min(0).optional()),
  MIDCOURSE_CHROMIUM: z.preprocess(blankIsUnset, z.string().optional()),
});

/** Other machines reach the server by a name it must know, for its links, its cookies and to refuse other names. */
const environment = variables
  .refine((env) => loopback.has(env.HOST) || env.PUBLIC_URL !== undefined, {
    path: ['PUBLIC_URL'],
    message: 'must be set when HOST lets other machines in, such as https://midcourse.agency.example',
  })
  .refine((env) => (env.MIDCOURSE_SMTP_URL === undefined) === (env.MIDCOURSE_MAIL_FROM === undefined), {
    path: ['MIDCOURSE_MAIL_FROM'],
    message: 'the address that messages come from; set it together with MIDCOURSE_SMTP_URL',
  })
  .refine((env) => env.MIDCOURSE_AGENCY_ACCOUNTS === undefined || env.PUBLIC_URL !== undefined, {
    path: ['PUBLIC_URL'],
    message: 'must be set with MIDCOURSE_AGENCY_ACCOUNTS: people come back to it from their agency account',
  });

const unknownVariables = (env: NodeJS.ProcessEnv): string[] =>
  Object.keys(env)
    .filter((name) => name.startsWith('MIDCOURSE_') && !name.startsWith('MIDCOURSE_TEST_'))
    .filter((name) => !(name in variables.shape))
    .map((name) => `${name}: there is no such variable`);

export interface Config {
  /** Absolute path of the data folder. */
  readonly dataFolder: string;
  /** Absolute path of the folder in which files are left to be imported by themselves. */
  readonly dropFolder: string;
  /** The agency's own PostgreSQL; undefined = the private local server in the data folder. */
  readonly databaseUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  /** Where browsers reach this server; default http://host:port. */
  readonly publicUrl: string | undefined;
  /** The agency's mail server; an administrator must allow it by its name before anything is sent. */
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  /** The file that says where the agency's own accounts are. */
  readonly agencyAccounts: string | undefined;
  /** Memory limit and threads of the analytical engine. */
  readonly analyticsMemory: string;
  readonly analyticsThreads: number;
  /** What stands for a child in the list of records behind a figure: `own` is the agency's own id. */
  readonly recordIds: 'pseudonym' | 'own';
  /** Statements of the two databases that take as many milliseconds are named in the log; undefined = none. */
  readonly slowMs: number | undefined;
  /** Where Chromium is; undefined = where distributions put it. */
  readonly chromium: string | undefined;
}

/** The environment for a tool of ours that is started beside this process. */
export const productionEnvironment = (): NodeJS.ProcessEnv => ({ ...process.env, NODE_ENV: 'production' });

/** React and the router choose their fast builds by this variable, once, when they are loaded: call it before. */
export const chooseProduction = (): void => {
  process.env.NODE_ENV = 'production';
};

/** Reads and checks the configuration. Throws `Invalid` naming every variable that is wrong. */
export const loadConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  const parsed = environment.safeParse(env);
  const wrong = parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
  const lines = [...wrong, ...unknownVariables(env)];
  if (!parsed.success || lines.length > 0) {
    throw new Invalid(
      `The configuration is not usable.\n${lines.join('\n')}`,
      'Correct these variables and start again.',
    );
  }
  const values = parsed.data;
  const { MIDCOURSE_SMTP_URL: url, MIDCOURSE_MAIL_FROM: from } = values;
  return {
    dataFolder: resolve(values.MIDCOURSE_DATA),
    dropFolder: resolve(values.MIDCOURSE_DROP ?? join(values.MIDCOURSE_DATA, 'drop')),
    databaseUrl: values.DATABASE_URL,
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL,
    mail: url !== undefined && from !== undefined ? { url, from } : undefined,
    agencyAccounts: values.MIDCOURSE_AGENCY_ACCOUNTS && resolve(values.MIDCOURSE_AGENCY_ACCOUNTS),
    analyticsMemory: values.MIDCOURSE_MEMORY,
    analyticsThreads: values.MIDCOURSE_THREADS,
    recordIds: values.MIDCOURSE_RECORD_IDS,
    slowMs: values.MIDCOURSE_SLOW_MS,
    chromium: values.MIDCOURSE_CHROMIUM,
  };
};
