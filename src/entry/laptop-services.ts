import { randomBytes } from 'node:crypto';
import { WAKING_NOUNS } from '../domain/waking-nouns.ts';
import type { Reminding } from '../routes/reminder-services.ts';
import { openSqlite } from '../store/sqlite.ts';
import { openSqliteFeeds } from '../store/sqlite-feeds.ts';
import { openSqliteLedger } from '../store/sqlite-ledger.ts';
import { openSqliteMailAccounts } from '../store/sqlite-mail-account.ts';
import { openSqliteNotices } from '../store/sqlite-notices.ts';
import { openSqliteRecipients } from '../store/sqlite-recipients.ts';
import { openSqliteSecrets } from '../store/sqlite-secrets.ts';
import { openSqliteWakes } from '../store/sqlite-wakes.ts';
import { type Keychain, systemKeychain } from './keychain.ts';
import type { LaptopServices } from './laptop-api.ts';
import { mailDeskOf } from './mail-account.ts';
import type { GivenMail } from './mail-environment.ts';

interface Options {
  /** The path of the database, or `:memory:`. */
  readonly file: string;
  readonly now: () => Date;
  /** Where the app is, an absolute address; asked for when something is sent. */
  readonly base: () => string;
  readonly mail: GivenMail;
  readonly keychain?: Keychain;
}

export interface OpenServices {
  readonly services: LaptopServices;
  /** Tells what is due. @param onFault told of what spoils a part of it */
  readonly remind: (onFault: (error: unknown) => void) => Promise<unknown>;
  /** Brings what is kept in line with what the environment says now. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens all that a laptop keeps in its one file. @throws UnusableDatabase */
export function openLaptopServices({ file, now, base, mail, keychain = systemKeychain }: Options): OpenServices {
  const store = openSqlite({ file, nouns: WAKING_NOUNS, now });
  const feeds = openSqliteFeeds({ file, now, random: (bytes) => randomBytes(bytes) });
  const [ledger, recipients] = [openSqliteLedger({ file, now }), openSqliteRecipients({ file, now })];
  const [secrets, notices] = [openSqliteSecrets(file), openSqliteNotices(file)];
  const [accounts, wakes] = [openSqliteMailAccounts(file), openSqliteWakes(file)];
  const { desk, mailer, settle } = mailDeskOf({ accounts, recipients, keychain, given: mail });

  /** What sends is loaded with the first that is sent: the command line mostly sends nothing. */
  const reminder = async () => {
    const { laptopSenders } = await import('./laptop-senders.ts');
    const senders = laptopSenders({ mailer, notices, recipients, secrets, now, base: base() });
    return { store, ledger, recipients, senders, now };
  };
  const reminding: Reminding = {
    channels: ['email', 'push', 'desktop'],
    pushKey: async () => (await import('../delivery/push-keys.ts')).pushKey(secrets),
    trial: async (workspace, channel) => {
      const { trialOf } = await import('../delivery/trial.ts');
      return trialOf(await reminder())(workspace, channel);
    },
  };
  return {
    services: { store, feeds, ledger, recipients, reminding, notices, mailDesk: desk },
    remind: async (onFault) => {
      const { remindDue } = await import('../delivery/remind.ts');
      return remindDue({ ...(await reminder()), wakes, onFault });
    },
    settle,
    close: async () => {
      for (const one of [feeds, ledger, recipients, secrets, notices, accounts, wakes]) one.close();
      await store.close();
    },
  };
}
