import type { FieldError } from '../domain/errors.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { DesktopServices } from '../routes/desktop-services.ts';
import type { MailAccount, MailAccounts } from '../store/mail-account.ts';
import type { Recipients } from '../store/recipients.ts';
import { type Keychain, NoKeychain } from './keychain.ts';
import { WORKSPACE } from './laptop-api.ts';
import type { GivenMail } from './mail-environment.ts';

interface Parts {
  readonly accounts: MailAccounts;
  readonly recipients: Recipients;
  readonly keychain: Keychain;
  /** What the environment says goes before what the settings say. */
  readonly given: GivenMail;
}

/** The mail account of a laptop: kept, told and used. */
export function mailDeskOf({ accounts, recipients, keychain, given }: Parts) {
  const desk: DesktopServices['mailDesk'] = { read, keep, forget };
  return { desk, mailer: { send } satisfies Mailer, settle };

  async function read() {
    const account = await current();
    const password = account && (await passwordOf(account).catch(() => null));
    const source = given.account ? 'environment' : account ? 'settings' : null;
    return { account, has_password: password !== null, source } as const;
  }

  async function keep(account: MailAccount, password: string | null): Promise<FieldError | undefined> {
    if (given.account) return OF_ENVIRONMENT;
    try {
      if (password !== null && account.user !== null) await keychain.set(keyOf(account), password);
    } catch (error) {
      if (error instanceof NoKeychain) return { field: 'password', code: 'bad_value', detail: noKeychain(error) };
      throw error;
    }
    const before = await accounts.of(WORKSPACE);
    await accounts.keep(WORKSPACE, account);
    await recipients.keepEmail(WORKSPACE, account.to);
    if (before && keyOf(before) !== keyOf(account)) await dropPassword(before);
    return undefined;
  }

  async function forget(): Promise<void> {
    const before = await accounts.of(WORKSPACE);
    await accounts.forget(WORKSPACE);
    await recipients.keepEmail(WORKSPACE, given.account?.to ?? null);
    if (before) await dropPassword(before);
  }

  /** The environment may be another than it was: mail goes where the account says now. */
  async function settle(): Promise<void> {
    const email = (await current())?.to ?? null;
    const { email: before } = await recipients.of(WORKSPACE);
    if (email !== before) await recipients.keepEmail(WORKSPACE, email);
  }

  async function send(letter: Parameters<Mailer['send']>[0]): ReturnType<Mailer['send']> {
    try {
      const account = await current();
      if (!account) return { is: 'refused', detail: 'There is no mail account: set one up in the settings.' };
      const { host, port, security, user, from } = account;
      const password = await passwordOf(account);
      if (user !== null && password === null) return { is: 'delayed', detail: noPassword(account) };
      // Loaded with the first letter: most starts of the program send none.
      const { smtpMailer } = await import('../mail/smtp.ts');
      const login = user === null || password === null ? null : { user, password };
      return await smtpMailer({ host, port, security, login, from }).send(letter);
    } catch (error) {
      if (error instanceof NoKeychain) return { is: 'delayed', detail: noKeychain(error) };
      return { is: 'delayed', detail: `The mail account cannot be read: ${String(error)}` };
    }
  }

  async function current(): Promise<MailAccount | null> {
    return given.account ?? (await accounts.of(WORKSPACE));
  }

  async function passwordOf(account: MailAccount): Promise<string | null> {
    if (account.user === null) return null;
    return given.password ?? (await keychain.get(keyOf(account)));
  }

  /** What cannot be dropped is of no use to anybody but the person whose keychain it is. */
  async function dropPassword(account: MailAccount): Promise<void> {
    if (account.user !== null) await keychain.remove(keyOf(account)).catch(() => undefined);
  }
}

/** A password is known for one user at one server: it is never sent to another. */
function keyOf({ user, host, port }: MailAccount): string {
  return `${user ?? ''} at ${host.toLowerCase()}:${port}`;
}

function noKeychain({ message }: NoKeychain): string {
  return `The keychain of this system cannot be used (${message.slice(0, 200)}). Leave the password empty here and save, then start Touchbase with the password in TOUCHBASE_SMTP_PASSWORD.`;
}

function noPassword({ user, host }: MailAccount): string {
  return `The password of ${user} at ${host} is not known: enter it in the settings, or start Touchbase with TOUCHBASE_SMTP_PASSWORD.`;
}

const OF_ENVIRONMENT: FieldError = {
  field: 'host',
  code: 'read_only',
  detail: 'The mail account is that of TOUCHBASE_SMTP_URL. Start Touchbase without it to set one up here.',
};
