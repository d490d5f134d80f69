import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ADA, readAll } from './email-stories.ts';
import { pastedMail } from './pasted-format.ts';

const recognises = (text: string) => pastedMail.recognises(new TextEncoder().encode(text));

describe('a message that was copied with its head', () => {
  test.each([
    [
      'Outlook',
      'From: Ben Okafor <ben@northwind.example>\nSent: Tuesday, March 3, 2026 2:30 PM\nTo: Ada Berg <ada.berg@example.org>\nSubject: Data Engineer\n\nHello Ada',
    ],
    [
      'Outlook, lines apart',
      'From: Ben Okafor <ben@northwind.example>\n\nSent: Tuesday, March 3, 2026 2:30 PM\n\nTo: Ada Berg\n\nSubject: Data Engineer\n\nHello Ada',
    ],
    [
      'Outlook in German',
      'Von: Ben Okafor <ben@northwind.example>\r\nGesendet: Dienstag, 3. März 2026 14:30\r\nAn: Ada Berg <ada.berg@example.org>\r\nBetreff: Data Engineer\r\n\r\nHello Ada',
    ],
    [
      'Outlook in French',
      'De : Ben Okafor <ben@northwind.example>\nEnvoyé : mardi 3 mars 2026 14:30\nÀ : Ada Berg <ada.berg@example.org>\nObjet : Data Engineer\n\nHello Ada',
    ],
    [
      'Apple Mail',
      'From: Ben Okafor <ben@northwind.example>\nSubject: Data Engineer\nDate: 3 March 2026 at 14:30:00 CET\nTo: Ada Berg <ada.berg@example.org>\n\nHello Ada',
    ],
    [
      'Apple Mail in German',
      'Von: Ben Okafor <ben@northwind.example>\nBetreff: Data Engineer\nDatum: 3. März 2026 um 14:30:00 MEZ\nAn: Ada Berg <ada.berg@example.org>\n\nHello Ada',
    ],
    [
      'forwarded by Gmail',
      '---------- Forwarded message ---------\nFrom: Ben Okafor <ben@northwind.example>\nDate: Tue, Mar 3, 2026 at 2:30 PM\nSubject: Data Engineer\nTo: Ada Berg <ada.berg@example.org>\n\nHello Ada',
    ],
    [
      'Outlook, addresses in brackets',
      '*From:* Ben Okafor [mailto:ben@northwind.example]\n*Sent:* Tuesday, March 3, 2026 2:30 PM\n*To:* Ada Berg; Carla Lovis\n*Subject:* Data Engineer\n\nHello Ada',
    ],
  ])('%s', async (_, text) => {
    expect(recognises(text)).toBe(true);
    const { found, bad, leftOut } = await readAll(pastedMail, text);
    expect([bad, leftOut]).toEqual([[], []]);
    expect(found).toHaveLength(1);
    expect(found[0]?.people).toEqual([{ name: 'Ben Okafor', email: 'ben@northwind.example' }]);
    expect(found[0]?.fields).toMatchObject({
      subject: 'Data Engineer',
      direction: 'in',
      occurred_at: '2026-03-03T14:30:00+01:00',
      body: 'Hello Ada',
    });
  });
});

test('a conversation is one interaction for each message, with its line', async () => {
  const text = `From: Ada Berg <ada.berg@example.org>
Sent: Wednesday, March 4, 2026 9:00 AM
To: Ben Okafor <ben@northwind.example>
Subject: RE: Data Engineer

Gladly.

________________________________
From: Ben Okafor <ben@northwind.example>
Sent: Tuesday, March 3, 2026 2:30 PM
To: Ada Berg <ada.berg@example.org>
Subject: Data Engineer

We would like to invite you to an interview.
`;
  const { found } = await readAll(pastedMail, text);
  expect(found.map(({ where, fields }) => [where.line, fields.direction, fields.body])).toEqual([
    [1, 'out', 'Gladly.'],
    [9, 'in', 'We would like to invite you to an interview.'],
  ]);
  expect(found[1]?.proposal?.class).toBe('interview_invitation');
  expect(new Set(found.map(({ fields }) => fields.source_id)).size).toBe(2);
});

test('a text that an old program saved is read in its charset', async () => {
  const text =
    'Von: Ben <b@x.example>\nGesendet: Dienstag, 3. M\xe4rz 2026 14:30\nAn: Ada\nBetreff: Gr\xfcsse\n\nSch\xf6n.';
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  expect(pastedMail.recognises(bytes)).toBe(true);
  const { found } = await readAll(pastedMail, bytes);
  expect(found[0]?.fields).toMatchObject({
    subject: 'Grüsse',
    body: 'Schön.',
    occurred_at: '2026-03-03T14:30:00+01:00',
  });
});

test('what stands before the first head is told', async () => {
  const { leftOut } = await readAll(pastedMail, 'My note\n\nFrom: Ben\nDate: 3 March 2026\nSubject: Hi\n\nHello');
  expect(leftOut.map(({ what }) => what)).toEqual(['What stands before the first message']);
});

test.each([
  'name,email\nAda,ada@example.org',
  'From: here on',
  'BEGIN:VCARD\nEND:VCARD',
  '',
  'Dear Ada,\nto: you\nfrom: me',
  'From: Zurich\nTo: Bern\nDate: 3 March 2026',
])('is not recognised: %j', (text) => {
  expect(recognises(text)).toBe(false);
});

test('whatever is pasted, it is read or told', async () => {
  const line = fc.oneof(
    fc.constantFrom(
      'From: Ben <b@x.example>',
      'Von: Ben',
      'Date: 3 March 2026',
      'To: Ada',
      'Subject: Hi',
      'Betreff:',
      '',
      '   ',
      ' a@b.example',
      'De : x@',
    ),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
      const text = lines.join('\n').replaceAll('\0', '');
      const { items } = await readAll(pastedMail, text, ADA);
      expect(items.length).toBeGreaterThan(1);
    }),
  );
});

test('any bytes are recognised or not, without a throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      expect(typeof pastedMail.recognises(bytes)).toBe('boolean');
      expect(pastedMail.recognises(new Uint8Array([...new Uint8Array(5_000).fill(97), ...bytes, 0]))).toBe(false);
    }),
  );
});
