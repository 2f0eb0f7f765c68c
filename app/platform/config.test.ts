import { expect, test } from 'vitest';
import { loadConfig } from './config.ts';

const problemsOf = (env: NodeJS.ProcessEnv): string => {
  try {
    loadConfig(env);
  } catch (error) {
    return String(error);
  }
  return '';
};

test('nothing has to be set', () => {
  expect(loadConfig({})).toMatchObject({ host: '127.0.0.1', port: 4700, databaseUrl: undefined });
});

test('an empty variable is one that is not set', () => {
  expect(loadConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 4700, databaseUrl: undefined });
});

test('every wrong variable is named at once', () => {
  const problems = problemsOf({ PORT: 'http', DATABASE_URL: 'mysql://x/y', MIDCOURSE_MEMORY: 'much' });
  expect(problems).toMatch(/^PORT:/m);
  expect(problems).toMatch(/^DATABASE_URL:/m);
  expect(problems).toMatch(/^MIDCOURSE_MEMORY:/m);
});

test('a password in a wrong URL is not repeated', () => {
  expect(problemsOf({ DATABASE_URL: 'mysql://me:hunter2@x/y' })).not.toContain('hunter2');
});

test('a variable that is not ours is a slip of the pen', () => {
  expect(problemsOf({ MIDCOURSE_DTAA: '/srv' })).toMatch(/MIDCOURSE_DTAA: there is no such variable/);
});

test('a server open to other machines must know its name', () => {
  expect(problemsOf({ HOST: '0.0.0.0' })).toMatch(/PUBLIC_URL: must be set/);
  expect(problemsOf({ HOST: '0.0.0.0', PUBLIC_URL: 'https://midcourse.agency.example' })).toBe('');
});

test('mail and agency accounts are configured whole or not at all', () => {
  expect(problemsOf({ MIDCOURSE_SMTP_URL: 'smtp://mail.agency.example' })).toMatch(/MIDCOURSE_MAIL_FROM: /);
  expect(problemsOf({ MIDCOURSE_SMTP_URL: 'https://mail', MIDCOURSE_MAIL_FROM: 'a@b.example' })).toMatch(
    /MIDCOURSE_SMTP_URL: /,
  );
  expect(problemsOf({ MIDCOURSE_AGENCY_ACCOUNTS: 'agency.json' })).toMatch(/PUBLIC_URL: must be set/);
});
