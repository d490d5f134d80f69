import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { WORKSPACE } from '../src/entry/laptop-api.ts';
import { LaptopScene } from './laptop-scene.ts';
import { selfSigned } from './self-signed.ts';
import { OPEN, smtpServer } from './smtp-server.ts';

const DAY = '2026-03-20';
const on = (time: string, day = DAY) => `${day}T${time}:00.000Z`;

let laptop: LaptopScene;
beforeEach(() => {
  const scene = new LaptopScene();
  laptop = scene;
  onTestFinished(() => scene.stop());
});

/** A follow-up is overdue, and reminders are on since the day before. */
async function isReminded(settings: Record<string, unknown>): Promise<void> {
  await laptop.settings(settings);
  await laptop.add('contacts', { name: 'Grace', email: 'grace@example.org', next_follow_up: '2026-03-18' });
}

const SERVER = { host: '127.0.0.1', security: 'none', from: 'Touchbase <me@example.org>', to: 'ada@example.org' };

/** A mail account at a real server. */
async function hasMail() {
  const { port, taken } = await smtpServer(OPEN);
  expect(await laptop.send('PUT', '/v1/mail-account', { ...SERVER, port })).toMatchObject({ status: 200 });
  return { port, taken };
}

async function notices(): Promise<unknown> {
  return (await laptop.send('POST', '/v1/notices')).body;
}

function ledger() {
  return laptop.open.services.ledger.latest(WORKSPACE, 10);
}

describe('a digest by mail', () => {
  test('comes once at its hour, however often the program is started again', async () => {
    const { taken } = await hasMail();
    await isReminded({ remind_by_email: true });
    await laptop.tick(on('06:59'));
    expect(taken).toEqual([]);
    await laptop.tick(on('07:00'), on('07:01'));
    for (const at of [on('07:02'), on('07:30'), on('12:00')]) {
      await laptop.stop();
      await laptop.tick(at);
    }
    expect(taken.map(({ to }) => to)).toEqual([['ada@example.org']]);
    const mail = await PostalMime.parse(taken[0]?.raw ?? '');
    expect([mail.text, mail.html]).toEqual([expect.stringContaining('Grace'), expect.stringContaining('Grace')]);
    expect(mail.text).toContain('http://localhost:8787/');
    expect(mail.headers.filter(({ key }) => key.startsWith('list-'))).toEqual([]);
    await laptop.tick(on('07:00', '2026-03-21'));
    expect(taken).toHaveLength(2);
    expect(laptop.faults).toEqual([]);
  });

  test('that the laptop slept through comes when it wakes on the same day', async () => {
    const { taken } = await hasMail();
    await isReminded({ remind_by_email: true });
    await laptop.tick(on('06:00'), on('15:30'), on('15:31'));
    expect(taken).toHaveLength(1);
    expect(await ledger()).toMatchObject([{ day: DAY, what: 'digest', channel: 'email', state: 'sent' }]);
  });

  test('does not come the day after, nor late at night', async () => {
    const { taken } = await hasMail();
    await isReminded({ remind_by_email: true });
    await laptop.tick(on('06:00'), on('19:30'), on('05:00', '2026-03-21'));
    expect(taken).toEqual([]);
  });

  test('waits while there is no network, and comes when there is', async () => {
    const { taken } = await hasMail();
    const { body } = await laptop.send('GET', '/v1/mail-account');
    expect(body).toMatchObject({ source: 'settings', has_password: false });
    await isReminded({ remind_by_email: true });
    laptop.mail = { account: { ...SERVER, security: 'none', user: null, port: 1 }, password: null };
    await laptop.stop();
    await laptop.tick(on('07:00'));
    expect(await ledger()).toMatchObject([{ state: 'delayed', detail: expect.stringContaining('cannot be reached') }]);
    laptop.mail = { account: null, password: null };
    await laptop.stop();
    await laptop.tick(on('07:16'));
    expect(taken).toHaveLength(1);
  });
});

describe('a mail account with a password', () => {
  const own = selfSigned();
  beforeEach(() => {
    const before = getCACertificates('default');
    setDefaultCACertificates([...before, own.cert]);
    onTestFinished(() => setDefaultCACertificates(before));
  });

  async function account(password: string | null) {
    const { port, taken } = await smtpServer(own);
    const sent = { ...SERVER, security: 'starttls', user: 'me', port, password };
    return { taken, answer: await laptop.send('PUT', '/v1/mail-account', sent) };
  }

  test('sends by it, tells it to nobody, and writes it into no file', async () => {
    const { taken, answer } = await account('right');
    expect(answer.body).toMatchObject({ user: 'me', has_password: true, source: 'settings' });
    expect(JSON.stringify(answer.body)).not.toContain('right');
    expect(await laptop.open.services.reminding.trial(WORKSPACE, 'email')).toMatchObject({ state: 'sent' });
    expect(taken).toHaveLength(1);
    await laptop.stop();
    expect(readFileSync(laptop.file).includes('right')).toBe(false);
  });

  test('that is wrong says so in the ledger', async () => {
    await account('wrong');
    expect(await laptop.open.services.reminding.trial(WORKSPACE, 'email')).toMatchObject({
      state: 'failed',
      detail: expect.stringContaining('name and password'),
    });
  });

  test('that nobody entered says what to do', async () => {
    await account(null);
    expect(await laptop.open.services.reminding.trial(WORKSPACE, 'email')).toMatchObject({
      state: 'failed',
      detail: expect.stringContaining('TOUCHBASE_SMTP_PASSWORD'),
    });
  });
});

describe('a notice on the desktop', () => {
  test('waits for the app, also over a restart, and is given once', async () => {
    await isReminded({ remind_by_desktop: true });
    await laptop.tick(on('07:00'), on('07:01'));
    await laptop.stop();
    laptop.at = on('17:00');
    expect(await notices()).toEqual({
      notices: [
        {
          title: '1 overdue',
          body: expect.stringContaining('Grace'),
          url: 'http://localhost:8787/today',
          tag: `digest ${DAY}`,
        },
      ],
    });
    expect(await notices()).toEqual({ notices: [] });
    await laptop.tick(on('17:01'));
    expect(await notices()).toEqual({ notices: [] });
  });

  test('of yesterday is not shown', async () => {
    await isReminded({ remind_by_desktop: true });
    await laptop.tick(on('07:00'));
    // Midnight in Zurich.
    laptop.at = on('23:00');
    expect(await notices()).toEqual({ notices: [] });
  });

  test('of an interview is shown until that begins', async () => {
    laptop.at = on('06:00');
    await laptop.settings({ remind_by_desktop: true, nudge_before: 60 });
    await laptop.add('contacts', { name: 'Grace', email: 'grace@example.org' });
    const interview = {
      kind: 'technical',
      subject: 'First interview',
      contact_id: '019a0000-0000-7000-8000-000000000001',
    };
    await laptop.add('interactions', { ...interview, occurred_at: '2026-03-20T15:00:00Z' });
    await laptop.tick(on('07:00'), on('13:59'));
    await notices();
    await laptop.tick(on('14:00'), on('14:01'));
    laptop.at = on('14:30');
    expect(await notices()).toMatchObject({ notices: [{ title: expect.stringContaining('Grace') }] });
    await laptop.add('interactions', { ...interview, occurred_at: '2026-03-20T18:00:00Z' });
    await laptop.tick(on('14:31'), on('17:00'), on('17:01'));
    laptop.at = on('18:00');
    expect(await notices()).toEqual({ notices: [] });
    expect(laptop.faults).toEqual([]);
  });
});
