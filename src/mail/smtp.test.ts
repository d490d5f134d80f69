import { createServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import PostalMime from 'postal-mime';
import type { SMTPServerOptions } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import { selfSigned } from '../../test/self-signed.ts';
import { OPEN, smtpServer } from '../../test/smtp-server.ts';
import type { Letter } from './mailer.ts';
import { type SmtpAccount, smtpMailer } from './smtp.ts';

const LETTER: Letter = {
  to: 'ada@example.org',
  subject: 'Today: call Zoë about 名前, and two more things that make this subject longer than one line can be',
  text: 'Call Zoë.\n.\nThe line above is a dot alone.\n',
  html: '<p>Call <b>Zoë</b>.</p>',
  unsubscribe: 'https://api.example.org/v1/unsubscribe/abc',
  workspace: 'w-1',
};

function account(port: number, more: Partial<SmtpAccount> = {}): SmtpAccount {
  return { host: '127.0.0.1', port, security: 'none', login: null, from: 'Touchbase <me@example.org>', ...more };
}

test('a letter arrives whole: both parts, its subject, and how to end it', async () => {
  const { port, taken } = await smtpServer(OPEN);
  expect(await smtpMailer(account(port)).send(LETTER)).toMatchObject({ is: 'accepted' });
  expect(taken[0]?.to).toEqual(['ada@example.org']);
  const mail = await PostalMime.parse(taken[0]?.raw ?? '');
  expect(mail).toMatchObject({ subject: LETTER.subject, from: { name: 'Touchbase', address: 'me@example.org' } });
  expect(mail.text?.trim()).toBe(LETTER.text.trim());
  expect(mail.html?.trim()).toBe(LETTER.html);
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
  expect(header('list-unsubscribe')).toBe(`<${LETTER.unsubscribe}>`);
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
});

test('where nothing ends such letters without signing in, none says so', async () => {
  const { port, taken } = await smtpServer(OPEN);
  expect(await smtpMailer(account(port)).send({ ...LETTER, unsubscribe: null })).toMatchObject({ is: 'accepted' });
  const mail = await PostalMime.parse(taken[0]?.raw ?? '');
  expect(mail.headers.filter(({ key }) => key.startsWith('list-'))).toEqual([]);
});

const own = selfSigned();
const security = (isSecure: boolean) => (isSecure ? 'tls' : 'starttls');

/** As `NODE_EXTRA_CA_CERTS` does for a program. */
function trustOwn(): void {
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, own.cert]);
  onTestFinished(() => setDefaultCACertificates(before));
}

test.each([
  ['TLS from the first byte', true],
  ['STARTTLS', false],
])('over %s who knows the password is let in, and the letter arrives', async (_, isSecure) => {
  trustOwn();
  const { port, taken } = await smtpServer({ ...own, secure: isSecure });
  const login = { user: 'me', password: 'right' };
  expect(await smtpMailer(account(port, { security: security(isSecure), login })).send(LETTER)).toMatchObject({
    is: 'accepted',
  });
  expect(taken).toHaveLength(1);
  const mail = await PostalMime.parse(taken[0]?.raw ?? '');
  expect([mail.text?.trim(), mail.html?.trim()]).toEqual([LETTER.text.trim(), LETTER.html]);
});

test.each([true, false])(
  'a wrong password is said, and nothing is sent (TLS from the first byte: %s)',
  async (isSecure) => {
    trustOwn();
    const { port, taken } = await smtpServer({ ...own, secure: isSecure });
    const login = { user: 'me', password: 'wrong' };
    const delivery = await smtpMailer(account(port, { security: security(isSecure), login })).send(LETTER);
    expect(delivery).toMatchObject({ is: 'refused', detail: expect.stringContaining('name and password') });
    expect(JSON.stringify(delivery)).not.toContain('wrong');
    expect(taken).toEqual([]);
  },
);

test.each([true, false])(
  'a server that nobody vouches for does not get the password (TLS from the first byte: %s)',
  async (isSecure) => {
    let isAsked = false;
    const onAuth: SMTPServerOptions['onAuth'] = (_, __, done) => {
      isAsked = true;
      done(null, { user: 'me' });
    };
    const { port, taken } = await smtpServer({ ...own, secure: isSecure, onAuth });
    const login = { user: 'me', password: 'right' };
    const delivery = await smtpMailer(account(port, { security: security(isSecure), login })).send(LETTER);
    expect(delivery).toMatchObject({ is: 'refused', detail: expect.stringContaining('certificate') });
    expect([isAsked, taken]).toEqual([false, []]);
  },
);

test('nothing goes unencrypted where STARTTLS was chosen, also where nobody signs in', async () => {
  const { port, taken } = await smtpServer({ disabledCommands: ['STARTTLS', 'AUTH'], authOptional: true });
  const delivery = await smtpMailer(account(port, { security: 'starttls' })).send(LETTER);
  expect(delivery).toMatchObject({ is: 'refused', detail: expect.stringContaining('no encrypted connection') });
  expect(taken).toEqual([]);
});

test('a server that lets nobody in for now may be asked again', async () => {
  trustOwn();
  const onAuth: SMTPServerOptions['onAuth'] = (_, __, done) =>
    done(Object.assign(new Error('Too many at once'), { responseCode: 454 }));
  const { port } = await smtpServer({ ...own, secure: true, onAuth });
  const login = { user: 'me', password: 'right' };
  const delivery = await smtpMailer(account(port, { security: 'tls', login })).send(LETTER);
  expect(delivery).toMatchObject({ is: 'delayed', detail: expect.stringContaining('cannot take it now') });
});

test('the password is not sent where the connection is not encrypted', async () => {
  let isAsked = false;
  const { port, taken } = await smtpServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_, __, done) => {
      isAsked = true;
      done(null, { user: 'me' });
    },
  });
  const delivery = await smtpMailer(account(port, { login: { user: 'me', password: 'right' } })).send(LETTER);
  expect(delivery).toMatchObject({ is: 'refused', detail: expect.stringContaining('no encrypted connection') });
  expect([isAsked, taken]).toEqual([false, []]);
});

test.each([
  [550, 'refused'],
  [552, 'refused'],
  [421, 'delayed'],
  [451, 'delayed'],
])('where the server says %i to the address, the letter is %s, in its words', async (responseCode, is) => {
  const { port, taken } = await smtpServer({
    ...OPEN,
    onRcptTo: (_, __, done) => done(Object.assign(new Error('So it is.'), { responseCode })),
  });
  const delivery = await smtpMailer(account(port)).send(LETTER);
  expect(delivery).toMatchObject({ is, detail: expect.stringContaining('So it is.') });
  expect(taken).toEqual([]);
});

test('where nobody listens, nothing has gone and it may go later', async () => {
  const { port } = await smtpServer(OPEN);
  expect(await smtpMailer(account(port + 1, { host: 'localhost' }), 1000).send(LETTER)).toMatchObject({
    is: 'delayed',
  });
});

test('where the server falls silent after the letter, nobody knows whether it took it', async () => {
  const { port } = await smtpServer({ ...OPEN, onData: (stream) => void stream.resume() });
  expect(await smtpMailer(account(port), 500).send(LETTER)).toMatchObject({ is: 'unknown' });
});

test('where the server says nothing at all, nothing has gone', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  onTestFinished(() => void silent.close());
  const address = silent.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  expect(await smtpMailer(account(port), 300).send(LETTER)).toMatchObject({ is: 'delayed' });
});
