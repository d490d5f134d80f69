import { desktopSender } from '../delivery/desktop-sender.ts';
import { mailSender } from '../delivery/mail-sender.ts';
import { pushSender } from '../delivery/push-sender.ts';
import type { Sender } from '../delivery/sender.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Notices } from '../store/notices.ts';
import type { Recipients } from '../store/recipients.ts';
import type { Secrets } from '../store/secrets.ts';

interface Options {
  readonly mailer: Mailer;
  readonly notices: Notices;
  readonly recipients: Recipients;
  readonly secrets: Secrets;
  readonly now: () => Date;
  /** Where the app is, an absolute address. */
  readonly base: string;
}

/** Push services want to know whom to write to about a sender (RFC 8292, 2.1); the person of a laptop is not told to them. */
const CONTACT = 'mailto:touchbase@example.org';

/** All ways by which a laptop tells its person. */
export function laptopSenders({ mailer, notices, recipients, secrets, now, base }: Options): readonly Sender[] {
  return [
    // Who has the laptop has the settings: nobody else's server could take the click that ends such mails.
    mailSender({ mailer, base, unsubscribe: async () => null }),
    pushSender({ secrets, recipients, contact: CONTACT, base, now }),
    desktopSender({ notices, base, now }),
  ];
}
