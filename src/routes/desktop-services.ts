import type { FieldError } from '../domain/errors.ts';
import type { Services } from '../http/route.ts';
import type { MailAccount } from '../store/mail-account.ts';
import type { Notices } from '../store/notices.ts';

/** What the routes that only a laptop has may use besides. */
export interface DesktopServices extends Services {
  readonly notices: Pick<Notices, 'take'>;
  readonly mailDesk: MailDesk;
}

/** The account by which this laptop sends mail, with its password, which nobody is told. */
export interface MailDesk {
  read(): Promise<KeptMail>;
  /**
   * Keeps an account, and mail goes to its person.
   *
   * @param password null: the one that is known already
   * @returns what stands against it, and then nothing is changed; undefined where it is kept
   */
  keep(account: MailAccount, password: string | null): Promise<FieldError | undefined>;
  /** Mail goes nowhere any more. An account of the environment stays. */
  forget(): Promise<void>;
}

export interface KeptMail {
  readonly account: MailAccount | null;
  readonly has_password: boolean;
  /** Where the account was written down; null where there is none. */
  readonly source: 'environment' | 'settings' | null;
}
