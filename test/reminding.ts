import { mailSender } from '../src/delivery/mail-sender.ts';
import { pushKey, type pushKeys } from '../src/delivery/push-keys.ts';
import { trialOf } from '../src/delivery/trial.ts';
import { unsubscribeToken } from '../src/delivery/unsubscribe-token.ts';
import type { Delivery, Letter } from '../src/mail/mailer.ts';
import type { Reminding } from '../src/routes/reminder-services.ts';

/** What unsubscribe tokens of tests are signed with. */
export const UNSUBSCRIBE_SECRET = 'signs what ends the mails of tests';

/** The letters that went out, and what is to become of the next ones instead. */
export class Mailbox {
  readonly letters: Letter[] = [];
  readonly troubles: Delivery[] = [];

  async send(letter: Letter): Promise<Delivery> {
    const trouble = this.troubles.shift();
    if (trouble) return trouble;
    this.letters.push(letter);
    return { is: 'accepted', id: String(this.letters.length) };
  }
}

/** A home that reminds by mail and tells the key for push messages. */
export function testReminding(around: Omit<Parameters<typeof trialOf>[0], 'senders'>, mailer: Mailbox): Reminding {
  const unsubscribe = async (workspace: string) =>
    `https://api.example.org/v1/unsubscribe/${await unsubscribeToken(UNSUBSCRIBE_SECRET, workspace)}`;
  const senders = [mailSender({ mailer, base: 'https://touchbase.example.org/', unsubscribe })];
  let keys: string | undefined;
  const secrets: Parameters<typeof pushKeys>[0] = { of: async (_, make) => (keys ??= make()) };
  return { channels: ['email', 'push'], pushKey: () => pushKey(secrets), trial: trialOf({ ...around, senders }) };
}
