import * as v from 'valibot';

/** How mail is sent from a laptop: an account at any server of mail. Its password is kept elsewhere, never with the records. */
const MailAccount = v.object({
  host: v.string(),
  port: v.number(),
  /** `tls` from the first byte (RFC 8314), `starttls` before anything is said, or `none`. */
  security: v.picklist(['tls', 'starttls', 'none']),
  /** Who signs in; null: nobody, as a server on this machine allows. */
  user: v.nullable(v.string()),
  /** Who writes: an address, perhaps with a name. */
  from: v.string(),
  /** Where reminders go. */
  to: v.string(),
});
export type MailAccount = Readonly<v.InferOutput<typeof MailAccount>>;

/** Keeps the account of a workspace. Every method rejects with `StoreBusy` when the store cannot answer for now. */
export interface MailAccounts {
  /** Null where there is none. */
  of(workspace: string): Promise<MailAccount | null>;
  keep(workspace: string, account: MailAccount): Promise<void>;
  forget(workspace: string): Promise<void>;
}

/** @param value an account as it was kept */
export function readMailAccount(value: unknown): MailAccount {
  return v.parse(MailAccount, value);
}
