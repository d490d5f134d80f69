import type { MailAccount } from '../store/mail-account.ts';
import { UsageError } from './settings.ts';

/** What the environment says of mail. */
export interface GivenMail {
  /** Null where it names no server. */
  readonly account: MailAccount | null;
  readonly password: string | null;
}

const USUAL_PORT = { 'smtps:': 465, 'smtp:': 587 } as const;

/**
 * Reads TOUCHBASE_SMTP_URL, TOUCHBASE_SMTP_PASSWORD, TOUCHBASE_MAIL_FROM and TOUCHBASE_MAIL_TO.
 *
 * @throws UsageError, which names the variable and never tells a password
 */
export function readMailEnvironment(env: Readonly<Record<string, string | undefined>>): GivenMail {
  const { TOUCHBASE_SMTP_URL: address, TOUCHBASE_SMTP_PASSWORD: password } = env;
  if (!address) return { account: null, password: password || null };
  const url = URL.parse(address);
  const protocol = url?.protocol;
  if (!url?.hostname || (protocol !== 'smtps:' && protocol !== 'smtp:')) throw new UsageError(BAD_URL);
  const user = decoded(url.username) || null;
  const from = env.TOUCHBASE_MAIL_FROM || (user?.includes('@') ? user : undefined);
  if (from === undefined) throw new UsageError(NO_SENDER);
  const security = protocol === 'smtps:' ? 'tls' : user === null ? 'none' : 'starttls';
  const server = { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || USUAL_PORT[protocol] };
  const to = env.TOUCHBASE_MAIL_TO || (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from);
  return { account: { ...server, security, user, from, to }, password: decoded(url.password) || password || null };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new UsageError(BAD_URL);
  }
}

const BAD_URL =
  'TOUCHBASE_SMTP_URL must be like smtps://user:password@smtp.example.org:465 or smtp://user:password@smtp.example.org:587; write @ in a name or password as %40, and % as %25.';
const NO_SENDER =
  'Set TOUCHBASE_MAIL_FROM, too: the address that reminders come from, as TOUCHBASE_SMTP_URL names none.';
