import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refused } from '../import/format.ts';
import { ADA, inPieces, mailboxOf, NOBODY, readAll } from './email-stories.ts';
import { fixture } from './fixtures/fixture.ts';
import { eml, mbox } from './format.ts';
import { ownAddressOf } from './own-address.ts';

const GOOD = fixture('lever-rejection.eml');

test.each([eml, mbox])('$id: any bytes are read, told or refused', async (format) => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
      await readAll(format, bytes).catch((error) => expect(error).toBeInstanceOf(Refused));
    }),
  );
});

const header = fc.constantFrom(
  'From',
  'To',
  'Subject',
  'Date',
  'Content-Type',
  'Content-Transfer-Encoding',
  'References',
  'Message-ID',
  'Received',
  'X-Gmail-Labels',
  'MIME-Version',
  'Reply-To',
);
const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'multipart/mixed; boundary=b',
    'multipart/alternative; boundary="',
    'text/html; charset=nosuch',
    'base64',
    'quoted-printable',
    '<a@b>',
    '=?utf-8?Q?=ZZ?=',
    'Group: a@b, c@d;',
    'message/rfc822',
    'Tue, 99 Mar 2026 25:00 +0100',
  ),
);
const broken = fc
  .tuple(
    fc.array(fc.tuple(header, value), { maxLength: 8 }),
    fc.array(fc.oneof(value, fc.constantFrom('--b', '--b--', '', '<script>', '=')), { maxLength: 20 }),
  )
  .map(([headers, body]) => {
    const message = `${headers.map(([name, text]) => `${name}: ${text}`).join('\n')}\n\n${body.join('\n')}`;
    return message.replace(/[\0\r]/g, '').replace(/^From \S/gm, 'from');
  });

test('a well-formed message between broken ones is never lost', async () => {
  await fc.assert(
    fc.asyncProperty(broken, broken, fc.integer({ min: 1, max: 5_000 }), async (before, after, size) => {
      const mailbox = mailboxOf([`X: 1\n${before}`, GOOD, `X: 1\n${after}`]);
      const { found } = await readAll(mbox, inPieces(mailbox, size));
      expect(found.filter(({ fields }) => fields.source_id === 'lever.0001@hire.lever.co')).toHaveLength(1);
    }),
    { numRuns: 150 },
  );
});

test.each([
  ['a line of 5 MB', `Hi${'x'.repeat(5_000_000)}`],
  ['5 MB of base64', `${'QUJD'.repeat(19)}\n`.repeat(65_000)],
  ['30 MB of text', 'so it goes on and on\n'.repeat(1_500_000)],
  ['a hundred thousand From lines', '\nFrom nobody\n'.repeat(100_000)],
  ['quotes in quotes', '>'.repeat(300_000)],
])('%s in a message: the next is read all the same', async (_, body) => {
  const { found, bad } = await readAll(
    mbox,
    mailboxOf([GOOD.replace('lever.0001', 'long').replace('Hi Ada,', body), GOOD]),
  );
  expect(bad).toEqual([]);
  expect(found.map(({ fields }) => fields.source_id)).toEqual(['long@hire.lever.co', 'lever.0001@hire.lever.co']);
});

test('the person’s own address is the one in most messages, or asked for', async () => {
  const [reply, answer] = [fixture('gmail-reply.eml'), fixture('apple-mail.eml')];
  const own = async (messages: string[]) => {
    const mailbox = mailboxOf(messages);
    return ownAddressOf(inPieces(mailbox, 4_096));
  };
  expect(await own([reply, answer, GOOD])).toBe('ada.berg@example.org');
  expect(await own([answer])).toBeNull();
  expect(await own([])).toBeNull();
  const { found } = await readAll(mbox, mailboxOf([answer]), NOBODY);
  expect(found[0]?.fields.direction).toBe('in');
  expect((await readAll(mbox, mailboxOf([answer]), ADA)).found[0]?.fields.direction).toBe('out');
});

test.each([
  ['a mailbox of Gmail', mailboxOf([GOOD]), [false, true]],
  ['a mailbox of Thunderbird', `From - Tue Mar  3 13:30:05 2026\r\nX-Mozilla-Status: 0001\r\n${GOOD}`, [false, true]],
  ['a message', GOOD, [true, false]],
  ['a table', 'From,To\nZurich,Bern', [false, false]],
  ['a card', 'BEGIN:VCARD\nVERSION:3.0\nEND:VCARD', [false, false]],
  ['a sentence', 'From Zurich with love\nand more', [false, false]],
])('%s is known by what stands in it', (_, text, known) => {
  const head = new TextEncoder().encode(text);
  expect([eml.recognises(head), mbox.recognises(head)]).toEqual(known);
});
