import { expect, test } from 'vitest';
import type { Letter } from '../mail/mailer.ts';
import { mailSender } from './mail-sender.ts';
import type { Addressee } from './sender.ts';

const ADA: Addressee = {
  email: 'ada@example.org',
  paused: null,
  devices: [],
  workspace: 'w-1',
  zone: 'UTC',
  tells: false,
};

function scene() {
  const letters: Letter[] = [];
  const mailer = {
    send: async (letter: Letter) => {
      letters.push(letter);
      return { is: 'accepted', id: '1' } as const;
    },
  };
  const unsubscribe = async (workspace: string) => `https://api.example.org/v1/unsubscribe/${workspace}`;
  return { letters, sender: mailSender({ mailer, base: 'https://app.example.org/', unsubscribe }) };
}

test('a letter goes to the address of the person, bears whose it is, and can be ended from within and by its headers', async () => {
  const { letters, sender } = scene();
  await sender.send(ADA, { is: 'trial', day: '2026-03-20', digest: null });
  const link = 'https://api.example.org/v1/unsubscribe/w-1';
  expect(letters).toMatchObject([{ to: 'ada@example.org', workspace: 'w-1', unsubscribe: link }]);
  for (const part of [letters[0]?.text, letters[0]?.html]) {
    expect(part).toContain(link);
    expect(part).toContain('Friday, 20 March');
    expect(part).toContain('https://app.example.org/');
  }
});

test.each([
  [{ email: null }, 'no e-mail address'],
  [{ paused: { reason: 'bounced', at: '2026-03-20T08:00:00.000Z' } }, 'came back'],
  [{ paused: { reason: 'complained', at: '2026-03-20T08:00:00.000Z' } }, 'unwanted'],
  [{ paused: { reason: 'unsubscribed', at: '2026-03-20T08:00:00.000Z' } }, 'unsubscribed'],
] as const)('of %o it is said why nothing goes there', (lacking, why) => {
  const { sender } = scene();
  expect(sender.lacks({ ...ADA, ...lacking })).toContain(why);
  expect(sender.lacks(ADA)).toBeNull();
});
