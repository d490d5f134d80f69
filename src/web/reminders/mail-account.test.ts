import { expect, test } from 'vitest';
import { accountRecord, accountSent, USUAL_ACCOUNT } from './mail-account.ts';
import { AccountRefused, type MailAccount, remindersApi } from './reminders-api.ts';

const ACCOUNT: MailAccount = {
  host: 'smtp.example.org',
  port: 465,
  security: 'tls',
  user: 'me',
  from: 'me@example.org',
  to: 'me@example.org',
  has_password: true,
  source: 'settings',
};
const { has_password: _, source: __, ...STANDING } = ACCOUNT;
const NONE = { ...ACCOUNT, host: null, port: null, security: null, user: null, from: null, to: null, source: null };

test('a change is sent with all that stands, and with a password only where one was typed', () => {
  const record = accountRecord(ACCOUNT);
  expect(accountSent(record, { port: 587, security: 'starttls' })).toEqual({
    ...STANDING,
    port: 587,
    security: 'starttls',
  });
  expect(accountSent(record, { password: 'secret' })).toEqual({ ...STANDING, password: 'secret' });
  expect(accountSent(record, { password: '' })).toEqual(STANDING);
});

test('nobody signs in where no user was typed', () => {
  expect(accountSent(accountRecord(ACCOUNT), { user: '' })).toMatchObject({ user: null });
});

test('where there is none, what is usual is sent with what was typed', () => {
  expect(accountRecord({ ...NONE, has_password: false })).toBeUndefined();
  const typed = { ...USUAL_ACCOUNT, host: 'smtp.example.org', from: 'me@example.org', to: 'me@example.org' };
  expect(accountSent(undefined, typed)).toEqual({ ...typed, user: null });
});

test('what the server says against it comes with the fields that are wrong', async () => {
  const errors = [{ field: 'host', code: 'bad_value', detail: 'Enter the name of the server alone.' }];
  const body = { detail: 'Some fields are not valid.', errors };
  const api = remindersApi(async () => Response.json(body, { status: 400 }));
  const refused = await api.keepMailAccount({}).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(AccountRefused);
  expect(refused).toMatchObject({ message: body.detail, errors });
});

test('a failure that is none of its own is told by its sentence', async () => {
  const busy = remindersApi(async () => Response.json({ detail: 'Busy: try again.' }, { status: 503 }));
  await expect(busy.keepMailAccount({})).rejects.toThrow('Busy: try again.');
  const odd = remindersApi(async () => new Response('<html>', { status: 404 }));
  await expect(odd.keepMailAccount({})).rejects.toThrow('The answer cannot be understood.');
});
