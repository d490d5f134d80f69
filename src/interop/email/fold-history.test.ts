import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FOLDED, withoutHistory } from './fold-history.ts';

const NEW = 'Hello Ben,\n\nyes.\n\n-- \nAda';

describe('what was quoted is folded away, and the signature stays', () => {
  test.each([
    ['Gmail', 'On Mon, Mar 2, 2026 at 9:12 AM Ben <b@x.example> wrote:\n\n> old\n> older'],
    ['Gmail, over two lines', 'On Mon, Mar 2, 2026 at 9:12 AM Ben Okafor\n<ben.okafor@x.example> wrote:\n\n> old'],
    ['Gmail in German', 'Am Mo., 2. März 2026 um 09:12 Uhr schrieb Ben <b@x.example>:\n\n> alt'],
    ['Gmail in French', 'Le lun. 2 mars 2026 à 09:12, Ben <b@x.example> a écrit :\n\n> vieux'],
    ['Apple Mail', '> On 2 Mar 2026, at 09:12, Ben <b@x.example> wrote:\n> \n> old'],
    ['Thunderbird in German', 'Am 02.03.26 um 09:12 schrieb Ben:\n> alt'],
    [
      'Outlook',
      '________________________________\nFrom: Ben <b@x.example>\nSent: Monday, March 2, 2026 9:12 AM\nTo: Ada\nSubject: Hi\n\nold',
    ],
    ['Outlook in German', 'Von: Ben <b@x.example>\nGesendet: Montag, 2. März 2026 09:12\nAn: Ada\nBetreff: Hi\n\nalt'],
    ['Outlook in French', 'De : Ben <b@x.example>\nEnvoyé : lundi 2 mars 2026 09:12\nÀ : Ada\nObjet : Hi\n\nvieux'],
    ['Outlook, plain', '-----Original Message-----\nFrom: Ben\n\nold'],
    ['Outlook, plain, in German', '-----Ursprüngliche Nachricht-----\nVon: Ben\n\nalt'],
    ['not quoted by marks', 'On Mon, Mar 2, 2026 at 9:12 AM Ben <b@x.example> wrote:\n\nold\nolder'],
  ])('%s', (_, history) => {
    expect(withoutHistory(`${NEW}\n\n${history}`)).toBe(`${NEW}\n\n${FOLDED}`);
  });
});

test('an answer below what it answers is kept', () => {
  expect(withoutHistory('On 2 Mar 2026, Ben <b@x.example> wrote:\n> Does Tuesday suit you?\n\nYes.')).toBe(
    `Yes.\n\n${FOLDED}`,
  );
});

test('answers between the lines are kept', () => {
  expect(withoutHistory('> Tuesday?\nYes.\n> At ten?\nNo, at nine.')).toBe(`Yes.\nNo, at nine.\n\n${FOLDED}`);
});

test.each([
  ['nothing but a quotation', '> old\n> older'],
  ['nothing but a head', 'From: Ben\nSent: Monday\nTo: Ada\nSubject: Hi\n\nold'],
  [
    'what was forwarded',
    'FYI\n\n---------- Forwarded message ---------\nFrom: Ben <b@x.example>\nDate: Mon, 2 Mar 2026\nSubject: Hi\nTo: Ada\n\n> a\nThe news',
  ],
  [
    'what was forwarded with Apple Mail',
    'Begin forwarded message:\n\nFrom: Ben\nSubject: Hi\nDate: 2 March 2026\n\nThe news',
  ],
  ['a sentence that begins with On', 'On Monday I wrote to you.\nThank you.'],
  ['what somebody wrote somewhere', 'On your page you wrote:\nWe build bridges.\nWhy?'],
  ['a journey', 'Hello\nFrom: Zurich\nTo: Bern\nDate: 3 March 2026\nSee you there'],
  ['a line that begins with From', 'From: our side all is well\nSee you'],
])('%s stays as it is', (_, text) => {
  expect(withoutHistory(text)).toBe(text);
});

test('never is anything left with nothing', () => {
  const line = fc.constantFrom(
    '',
    '> old',
    'new',
    'On Mon, 2 Mar 2026, Ben wrote:',
    'From: Ben',
    'Sent: x',
    'To: y',
    '-----Original Message-----',
    '-- ',
    '________________',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n');
      const left = withoutHistory(text).replace(FOLDED, '').trim();
      expect(left === '').toBe(text.trim() === '');
    }),
  );
});
