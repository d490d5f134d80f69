import type { Letter, Mailer } from '../mail/mailer.ts';
import { digestMail } from '../reminders/digest-mail.ts';
import type { Mail, MailLinks } from '../reminders/mail.ts';
import { nudgeMail } from '../reminders/nudge-mail.ts';
import { trialMail } from '../reminders/trial-mail.ts';
import type { PauseReason } from '../store/recipients.ts';
import type { Addressee, Message, Sender } from './sender.ts';

interface Options {
  readonly mailer: Mailer;
  /** Where the app is, an absolute address. */
  readonly base: string;
  /** Where the mails of a workspace are ended with one click, an https address; null where only the settings end them. */
  readonly unsubscribe: (workspace: string) => Promise<string | null>;
}

/** Tells by e-mail. */
export function mailSender({ mailer, base, unsubscribe }: Options): Sender {
  return { channel: 'email', lacks, send };

  async function send(to: Addressee, message: Message) {
    const links = { base, unsubscribe: await unsubscribe(to.workspace) };
    const { email, workspace } = to;
    const letter: Letter = { ...mailOf(message, links), to: email ?? '', unsubscribe: links.unsubscribe, workspace };
    return mailer.send(letter);
  }
}

const PAUSED: Readonly<Record<PauseReason, string>> = {
  bounced: 'Mail to your address came back. Look at it in the settings, and turn it on again.',
  complained: 'Mail to your address was marked as unwanted, so none goes there. Turn it on again in the settings.',
  unsubscribed: 'You unsubscribed from reminders by e-mail. Turn them on again in the settings.',
};

function lacks({ email, paused }: Addressee): string | null {
  if (email === null) return 'There is no e-mail address to send to.';
  return paused && PAUSED[paused.reason];
}

function mailOf(message: Message, links: MailLinks): Mail {
  switch (message.is) {
    case 'digest':
      return digestMail(message.digest, links);
    case 'nudge':
      return nudgeMail(message.nudge, links);
    case 'trial':
      return message.digest ? digestMail(message.digest, links) : trialMail(message.day, links);
  }
}
