import { setTimeout } from 'node:timers/promises';
import { mailSender } from '../delivery/mail-sender.ts';
import { pushSender } from '../delivery/push-sender.ts';
import type { Sender } from '../delivery/sender.ts';
import { unsubscribeToken } from '../delivery/unsubscribe-token.ts';
import { pacedMailer } from '../mail/paced-mailer.ts';
import { sesMailer } from '../mail/ses.ts';
import type { Recipients } from '../store/recipients.ts';
import type { Secrets } from '../store/secrets.ts';
import type { CloudEnvironment } from './cloud-environment.ts';
import { newSecret } from './new-secret.ts';

interface Options {
  readonly secrets: Secrets;
  readonly recipients: Pick<Recipients, 'dropDevice'>;
  readonly now: () => Date;
}

/** By what this installation reminds: by e-mail only where somebody is named who sends it. */
export function cloudSenders(
  { mail, origins, api }: Pick<CloudEnvironment, 'mail' | 'origins' | 'api'>,
  options: Options,
): readonly Sender[] {
  const base = `${origins[0]}/`;
  const push = pushSender({ ...options, contact: base, base });
  if (!mail) return [push];
  const unsubscribe = async (workspace: string) => {
    const token = await unsubscribeToken(await options.secrets.of('unsubscribe', newSecret), workspace);
    return `${api}/unsubscribe/${token}`;
  };
  const mailer = pacedMailer(sesMailer(mail), mail.aSecond, () => performance.now(), setTimeout);
  return [mailSender({ mailer, base, unsubscribe }), push];
}
