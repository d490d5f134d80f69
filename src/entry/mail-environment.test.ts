import { expect, test } from 'vitest';
import { readMailEnvironment } from './mail-environment.ts';
import { UsageError } from './settings.ts';

const ADA = { user: 'ada@example.org', from: 'ada@example.org', to: 'ada@example.org' };

test.each([
  ['smtps://ada%40example.org:pass%40word@smtp.example.org', 465, 'tls'],
  ['smtps://ada%40example.org:pass%40word@smtp.example.org:4650', 4650, 'tls'],
  ['smtp://ada%40example.org:pass%40word@smtp.example.org', 587, 'starttls'],
  ['smtp://ada%40example.org:pass%40word@smtp.example.org:2525', 2525, 'starttls'],
])('%s', (TOUCHBASE_SMTP_URL, port, security) => {
  expect(readMailEnvironment({ TOUCHBASE_SMTP_URL })).toEqual({
    account: { host: 'smtp.example.org', port, security, ...ADA },
    password: 'pass@word',
  });
});

test('a server on this machine that asks nobody who they are is spoken to as it is', () => {
  const env = { TOUCHBASE_SMTP_URL: 'smtp://[::1]:1025', TOUCHBASE_MAIL_FROM: 'Touchbase <me@example.org>' };
  expect(readMailEnvironment(env)).toEqual({
    account: {
      ...{ host: '::1', port: 1025, security: 'none', user: null },
      ...{ from: 'Touchbase <me@example.org>', to: 'me@example.org' },
    },
    password: null,
  });
});

test('the password may stand apart, with an account of the environment or without one', () => {
  const env = { TOUCHBASE_SMTP_URL: 'smtps://ada%40example.org@smtp.example.org', TOUCHBASE_SMTP_PASSWORD: 'secret' };
  expect(readMailEnvironment(env).password).toBe('secret');
  expect(readMailEnvironment({ TOUCHBASE_SMTP_PASSWORD: 'secret' })).toEqual({ account: null, password: 'secret' });
  expect(readMailEnvironment({})).toEqual({ account: null, password: null });
});

test('who writes and to whom can be said', () => {
  const env = {
    TOUCHBASE_SMTP_URL: 'smtps://ada:secret@smtp.example.org',
    TOUCHBASE_MAIL_FROM: 'from@example.org',
    TOUCHBASE_MAIL_TO: 'to@example.org',
  };
  expect(readMailEnvironment(env).account).toMatchObject({ from: 'from@example.org', to: 'to@example.org' });
});

test.each([
  ['smtp.example.org:465', 'TOUCHBASE_SMTP_URL'],
  ['https://ada:secret@smtp.example.org', 'TOUCHBASE_SMTP_URL'],
  ['smtps://ada:100%secret@smtp.example.org', 'TOUCHBASE_SMTP_URL'],
  ['smtps://ada:secret@smtp.example.org', 'TOUCHBASE_MAIL_FROM'],
])('%s is refused with the name of the variable, and the password is not told', (TOUCHBASE_SMTP_URL, variable) => {
  const read = () => readMailEnvironment({ TOUCHBASE_SMTP_URL });
  expect(read).toThrow(UsageError);
  expect(read).toThrow(variable);
  expect(read).not.toThrow('secret');
});
