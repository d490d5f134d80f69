import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { startClock } from '../../test/cloud/clock.ts';
import { credentialsIssuer, type Issued } from '../../test/cloud/credentials.ts';
import { EmailService } from '../../test/cloud/email-service.ts';
import { type Server, serve } from '../../test/cloud/server.ts';
import { REGION } from '../../test/cloud/user-pool.ts';
import type { Letter } from './mailer.ts';
import { sesMailer } from './ses.ts';

const LETTER: Letter = {
  to: 'ada@example.org',
  subject: 'Today: 3 things, é 名前',
  text: 'Call Grace.\n',
  html: '<p>Call Grace.</p>',
  unsubscribe: 'https://api.example.org/v1/unsubscribe/abc',
  workspace: 'w-1',
};

const clock = startClock();
const issuer = credentialsIssuer();
const service = new EmailService({
  clock,
  find: issuer.find,
  verified: new Set(['touchbase.example', 'ada@example.org']),
});
let server: Server;
let own: Issued;
beforeAll(async () => {
  server = await serve(clock, service.answer);
  own = issuer.issue({ expiresAt: clock.now() + 3_600_000, role: 'remind' });
});
afterAll(() => server.stop());
beforeEach(() => {
  service.isInSandbox = true;
  service.taken.length = 0;
});

function mailer(options: Partial<Parameters<typeof sesMailer>[0]> = {}) {
  return sesMailer({
    endpoint: server.origin,
    region: REGION,
    credentials: own,
    from: 'Touchbase <reminders@touchbase.example>',
    configurationSet: 'touchbase',
    patienceMs: 5000,
    ...options,
  });
}

test('a letter goes with both its parts, and can be ended with one click', async () => {
  const delivery = await mailer().send(LETTER);
  expect(delivery).toEqual({ is: 'accepted', id: service.taken[0]?.id });
  expect(service.taken[0]).toMatchObject({
    FromEmailAddress: 'Touchbase <reminders@touchbase.example>',
    Destination: { ToAddresses: ['ada@example.org'] },
    ConfigurationSetName: 'touchbase',
    EmailTags: [{ Name: 'workspace', Value: 'w-1' }],
    Content: {
      Simple: {
        Subject: { Data: LETTER.subject },
        Body: { Text: { Data: LETTER.text }, Html: { Data: LETTER.html } },
        Headers: [
          { Name: 'List-Unsubscribe', Value: `<${LETTER.unsubscribe}>` },
          { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
        ],
      },
    },
  });
});

test('in the sandbox only verified addresses are written to, and the reason says who can mend it', async () => {
  const refused = await mailer().send({ ...LETTER, to: 'bob@example.org' });
  expect(refused).toMatchObject({ is: 'refused', detail: expect.stringContaining('sandbox') });
  service.isInSandbox = false;
  expect(await mailer().send({ ...LETTER, to: 'bob@example.org' })).toMatchObject({ is: 'accepted' });
});

test.each([
  [429, 'TooManyRequestsException', 'delayed'],
  [400, 'LimitExceededException', 'delayed'],
  [400, 'SendingPausedException', 'delayed'],
  [500, 'InternalFailure', 'delayed'],
  [503, 'ServiceUnavailable', 'delayed'],
  [400, 'AccountSuspendedException', 'refused'],
  [400, 'MailFromDomainNotVerifiedException', 'refused'],
  [400, 'BadRequestException', 'refused'],
  [404, 'NotFoundException', 'refused'],
])('%i %s: the letter is %s', async (status, type, is) => {
  service.troubles.push({ status, type, message: 'So it is.' });
  expect(await mailer().send(LETTER)).toMatchObject({ is, detail: expect.stringContaining(type) });
  expect(service.taken).toEqual([]);
});

test('a wrong signature sends nothing', async () => {
  const credentials = { ...own, secretAccessKey: 'another' };
  expect(await mailer({ credentials }).send(LETTER)).toMatchObject({ is: 'refused' });
  expect(service.taken).toEqual([]);
});

test('where no answer comes nobody knows: it may have gone', async () => {
  service.troubles.push('silence');
  expect(await mailer({ patienceMs: 300 }).send(LETTER)).toMatchObject({ is: 'unknown' });
  expect(service.taken).toHaveLength(1);
});

test('an answer is not waited for longer, whatever is collected meanwhile', async () => {
  service.troubles.push('silence');
  setFlagsFromString('--expose-gc');
  const collecting = setInterval(runInNewContext('gc'), 20);
  onTestFinished(() => clearInterval(collecting));
  expect(await mailer({ patienceMs: 500 }).send(LETTER)).toMatchObject({ is: 'unknown' });
});

test('where there is no connection nothing has gone, and it may go later', async () => {
  const gone = await serve(clock, service.answer);
  await gone.stop();
  expect(await mailer({ endpoint: gone.origin }).send(LETTER)).toMatchObject({ is: 'delayed' });
});
