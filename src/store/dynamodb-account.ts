import * as v from 'valibot';
import type { Items } from './dynamodb-items.ts';
import { openRevised } from './dynamodb-revised.ts';

/** The one item that says whose a workspace is. */
export type Accounts = ReturnType<typeof openAccounts>;

/** A workspace that nobody has visited yet has a blank one. */
export function openAccounts(items: Items) {
  const busy = 'Other devices keep changing this account.';
  return openRevised<AccountItem>({ items, sk: 'account', schema: AccountItem, blank: BLANK, busy });
}

const AccountItem = v.object({
  /** One more with each write. */
  revision: v.number(),
  /** Never false again once it is true: a tab of before still has a guest's credentials. */
  signed_in: v.boolean(),
  /** When anyone was last here; empty before the first visit. */
  seen_at: v.string(),
  devices: v.array(v.object({ device_id: v.string(), name: v.string(), seen_at: v.string() })),
  email: v.optional(v.object({ hash: v.optional(v.string()), asked_on: v.string() })),
  recovery: v.optional(v.object({ hash: v.string(), made_at: v.string() })),
  feed: v.optional(v.object({ hash: v.string(), made_at: v.string() })),
  /** To whom the records are being moved, since when, and until when nobody else may. */
  moving: v.optional(v.object({ to: v.string(), since: v.string(), until: v.string() })),
});
export type AccountItem = Readonly<v.InferOutput<typeof AccountItem>>;

const BLANK: AccountItem = { revision: 0, signed_in: false, seen_at: '', devices: [] };
