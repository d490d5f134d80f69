import * as v from 'valibot';
import { partition } from './dynamodb-item.ts';
import type { Items } from './dynamodb-items.ts';
import { StoreBusy } from './store.ts';

const ATTEMPTS = 5;

/** The one item that says whose a workspace is. */
export type Accounts = ReturnType<typeof openAccounts>;

export function openAccounts(items: Items) {
  return { read, change, remove };

  /** A workspace that nobody has visited yet has a blank one. */
  async function read(workspace: string): Promise<AccountItem> {
    return (await items.get(keyOf(workspace), AccountItem)) ?? BLANK;
  }

  /** Keeps what `next` makes of it, unless that is the same object; where another came first, it is asked again. */
  async function change(workspace: string, next: (account: AccountItem) => AccountItem): Promise<AccountItem> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const standing = await read(workspace);
      const changed = next(standing);
      if (changed === standing) return standing;
      const item = { ...changed, revision: standing.revision + 1 };
      if (await items.put({ ...keyOf(workspace), ...item }, at(standing))) return item;
    }
    throw new StoreBusy('Other devices keep changing this account.');
  }

  /** False where it was changed meanwhile. */
  function remove(workspace: string, account: AccountItem): Promise<boolean> {
    return items.remove(keyOf(workspace), at(account));
  }
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

function keyOf(workspace: string) {
  return { pk: partition(workspace), sk: 'account' };
}

function at({ revision }: AccountItem) {
  if (revision === 0) return { text: 'attribute_not_exists(#pk)' };
  return { text: '#revision = :revision', values: { ':revision': revision } };
}
