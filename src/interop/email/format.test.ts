import { describe, expect, test } from 'vitest';
import { interaction } from '../../domain/interaction.ts';
import { parseFields } from '../../domain/noun.ts';
import { ADA, inPieces, mailboxOf, NOBODY, readAll } from './email-stories.ts';
import { fixture } from './fixtures/fixture.ts';
import { eml, mbox } from './format.ts';

describe('a message of each program is an interaction', () => {
  test('Gmail: who, when, what is new, its files by name', async () => {
    const { found, bad } = await readAll(eml, fixture('gmail-reply.eml'));
    expect(bad).toEqual([]);
    expect(found).toEqual([
      {
        type: 'interactions',
        where: { file: 'mail', line: 1, place: 1 },
        fields: {
          subject: 'Re: Data Engineer',
          channel: 'email',
          direction: 'in',
          kind: 'message',
          occurred_at: '2026-03-03T14:30:00+01:00',
          body: [
            'Hi Ada,',
            'thanks for the café chat! Could you share your availability for a call next week?',
            'Best,\nBen\n-- \nBen Okáfor | Northwind | +41 44 000 00 00',
            '[Earlier messages are left out.]',
            '[Attached: Job description.pdf]',
          ].join('\n\n'),
          source_id: 'CAHk=third@mail.gmail.com',
        },
        people: [{ name: 'Ben Okáfor', email: 'ben.okafor@northwind.example' }],
        proposal: {
          class: 'availability_request',
          because: 'Could you share your availability for a call next week?',
        },
      },
    ]);
  });

  test('Outlook: HTML in a charset of its own, and the head of what was answered', async () => {
    const { found } = await readAll(eml, fixture('outlook-invitation.eml'));
    expect(found[0]?.fields.body).toBe(
      [
        'Guten Tag Frau Berg',
        'Gerne laden wir Sie zu einem Vorstellungsgespräch am 12. März um 14 Uhr ein.',
        'Freundliche Grüsse\nMia Keller',
        '[Earlier messages are left out.]',
      ].join('\n\n'),
    );
    expect(found[0]?.people).toEqual([{ name: 'Mia Keller', email: 'mia.keller@nordlicht.example' }]);
    expect(found[0]?.proposal?.class).toBe('interview_invitation');
    expect(found[0]?.job).toEqual({ company: 'Nordlicht AG', position: 'Projektleiterin (m/w/d)' });
  });

  test('Apple Mail: what the person answered themselves', async () => {
    const { found } = await readAll(eml, fixture('apple-mail.eml'));
    expect(found[0]?.fields).toMatchObject({
      direction: 'out',
      body: 'Tuesday at 10 works – see you then.\n\n[Earlier messages are left out.]',
    });
    expect(found[0]?.people).toEqual([{ name: 'Ben Okafor', email: 'ben.okafor@northwind.example' }]);
    expect(found[0]?.proposal).toBeUndefined();
  });

  test.each([
    [
      'greenhouse-confirmation.eml',
      'application_confirmation',
      { company: 'Northwind', position: 'Data Engineer' },
      undefined,
    ],
    ['lever-rejection.eml', 'rejection', { company: 'Blue Harbor', position: 'Analytics Engineer' }, undefined],
    [
      'personio-confirmation.eml',
      'application_confirmation',
      { company: 'Nordlicht AG', position: 'Projektleiterin' },
      undefined,
    ],
    [
      'workday-assessment.eml',
      'assessment',
      { company: 'Contoso' },
      [{ name: 'Dina Roth', email: 'dina.roth@contoso.example' }],
    ],
  ])('%s: the job, and a person only where one reads the answer', async (name, told, job, people) => {
    const { found } = await readAll(eml, fixture(name));
    expect(found[0]?.proposal?.class).toBe(told);
    expect(found[0]?.job).toEqual(job);
    expect(found[0]?.people).toEqual(people);
  });
});

const ALL = [
  'gmail-reply.eml',
  'greenhouse-confirmation.eml',
  'newsletter.eml',
  'apple-mail.eml',
  'lever-rejection.eml',
].map(fixture);

describe('a mailbox', () => {
  test.each(['\n', '\r\n'])('gives each message once, with its line and place (%j)', async (newline) => {
    const mailbox = mailboxOf([...ALL, fixture('gmail-reply.eml')], newline);
    const { found, leftOut, bad, read } = await readAll(mbox, mailbox);
    expect(bad).toEqual([]);
    expect(found.map(({ fields }) => fields.source_id)).toEqual([
      'CAHk=third@mail.gmail.com',
      'gh.0001@us.greenhouse-mail.io',
      'A1B2C3@example.org',
      'lever.0001@hire.lever.co',
    ]);
    expect(found.map(({ where }) => where.place)).toEqual([1, 2, 4, 5]);
    const lines = mailbox.split('\n');
    for (const { where } of found) expect(lines[(where.line ?? 0) - 1]).toMatch(/^From \d+@xxx/);
    expect(leftOut.map(({ what }) => what).sort()).toEqual([
      '1 message that stands in the file twice',
      '1 newsletter or automatic message about something else',
    ]);
    expect(read.at(-1)).toBe(new TextEncoder().encode(mailbox).length);
    expect([...read].sort((a, b) => a - b)).toEqual(read);
  });

  test.each([1, 7, 64, 1000])('reads the same in pieces of %i bytes', async (size) => {
    const mailbox = mailboxOf(ALL);
    expect((await readAll(mbox, inPieces(mailbox, size))).found).toEqual((await readAll(mbox, mailbox)).found);
  });

  test('tells the person’s own address by itself', async () => {
    const { found } = await readAll(mbox, mailboxOf(ALL), NOBODY);
    expect(found.map(({ fields }) => fields.direction)).toEqual(['in', 'in', 'out', 'in']);
  });

  test('reads lines that begin with From as what they are', async () => {
    const message = fixture('lever-rejection.eml').replace(
      'Hi Ada,',
      'Hi Ada,\n\nFrom here on it is 2026 at 10:30.\n\n>From quoted',
    );
    const { found } = await readAll(mbox, mailboxOf([message, ...ALL.slice(0, 1)]));
    expect(found).toHaveLength(2);
    expect(found[0]?.fields.body).toContain('\nFrom here on it is 2026 at 10:30.\n');
  });
});

const labelled = (headers: string, id: string) =>
  fixture('lever-rejection.eml').replace('lever.0001', id).replace('MIME-Version', `${headers}\nMIME-Version`);

test('spam, what was deleted and drafts are left out, and counted', async () => {
  const { found, leftOut } = await readAll(
    mbox,
    mailboxOf([
      labelled('X-Gmail-Labels: Spam,Unread', 'a'),
      labelled('X-Gmail-Labels: =?UTF-8?Q?Entw=C3=BCrfe?=', 'b'),
      labelled('X-Gmail-Labels: "Trash",Important', 'c'),
      labelled('X-Mozilla-Status: 0009\nX-Mozilla-Status2: 00000000', 'd'),
      labelled('X-Mozilla-Status: 0001\nX-Mozilla-Status2: 00000000', 'e'),
      labelled('X-Unsent: 1', 'f'),
    ]),
  );
  expect(found.map(({ fields }) => fields.source_id)).toEqual(['e@hire.lever.co']);
  expect(leftOut.map(({ what }) => what)).toEqual([
    '1 message in spam',
    '2 drafts that were not sent',
    '2 deleted messages',
  ]);
});

test('a later message of a thread is with the same person about the same job, whatever the order in the file', async () => {
  const confirmation = fixture('outlook-invitation.eml');
  const answer = `From: Ada Berg <ada.berg@example.org>
To: no-reply@us.greenhouse-mail.io
Date: Thu, 5 Mar 2026 09:00:00 +0100
Message-ID: <answer@example.org>
In-Reply-To: <ZR0P278MB0001ABC@ZR0P278MB0001.CHEP278.PROD.OUTLOOK.COM>
Subject: Re: something else

Gerne!`;
  for (const order of [
    [confirmation, answer],
    [answer, confirmation],
  ]) {
    const { found } = await readAll(mbox, mailboxOf(order));
    const later = found.find(({ fields }) => fields.source_id === 'answer@example.org');
    expect(later?.job).toEqual({ company: 'Nordlicht AG', position: 'Projektleiterin (m/w/d)' });
    expect(later?.people).toEqual([{ name: 'Mia Keller', email: 'mia.keller@nordlicht.example' }]);
  }
});

test('a message without an id has one that stays the same, and is another for another message', async () => {
  const bare = fixture('gmail-reply.eml').replace(/^Message-ID.*\n/m, '');
  const [one, again, other] = await Promise.all(
    [bare, bare.replace('Delivered-To: ada.berg@example.org\n', ''), bare.replace('Best', 'Bye')].map((text) =>
      readAll(eml, text),
    ),
  );
  expect(one?.found[0]?.fields.source_id).toMatch(/^mail:2026-03-03T13:30:ben\.okafor@northwind\.example:/);
  expect(again?.found[0]?.fields.source_id).toBe(one?.found[0]?.fields.source_id);
  expect(other?.found[0]?.fields.source_id).not.toBe(one?.found[0]?.fields.source_id);
});

test('a body that is longer than the field says so at its end', async () => {
  const { found } = await readAll(
    eml,
    fixture('apple-mail.eml').replace('Tuesday', `${'word '.repeat(10_000)}Tuesday`),
  );
  const body = String(found[0]?.fields.body);
  expect(body.length).toBeLessThanOrEqual(20_000);
  expect(body).toMatch(/\n\n\[The message goes on: it is longer than what can be kept\.\]$/);
});

test('a message without a date is told, with a remedy', async () => {
  const { bad, found } = await readAll(eml, fixture('apple-mail.eml').replace(/^Date: .*\n/m, ''));
  expect(found).toEqual([]);
  expect(bad[0]?.why).toMatch(/no date/);
  expect(bad[0]?.excerpt).toContain('Ada Berg');
});

test('a byte order mark before a message is not part of it', async () => {
  const { found } = await readAll(eml, `\ufeff${fixture('apple-mail.eml')}`);
  expect(found).toEqual((await readAll(eml, fixture('apple-mail.eml'))).found);
});

test('every field is one of the schema, and formed as it wants it', async () => {
  for (const name of ['gmail-reply', 'outlook-invitation', 'apple-mail', 'lever-rejection']) {
    const { found } = await readAll(eml, fixture(`${name}.eml`));
    const fields = { ...found[0]?.fields, contact_id: '0197a2b4-0000-7000-8000-000000000001' };
    expect(parseFields(interaction, fields)).toMatchObject({ values: fields });
  }
});

test('a binary file is refused', async () => {
  await expect(readAll(eml, new Uint8Array(100), ADA)).rejects.toThrow(/binary file/);
});
