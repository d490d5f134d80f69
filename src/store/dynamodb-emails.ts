import * as v from 'valibot';
import type { Login } from './directory.ts';
import type { Items } from './dynamodb-items.ts';
import { plainEmail } from './plain-email.ts';
import { digestOf } from './secret-digest.ts';

/** Which workspace a verified e-mail address belongs to, and as whom its person signed in. */
const Tie = v.object({ workspace: v.string(), pool: v.string(), subject: v.string() });

export type Emails = ReturnType<typeof openEmails>;

export function openEmails(items: Items) {
  return { tie, retie, untie, claimable };

  /** Leaves it where it is tied to another workspace. */
  async function tie(hash: string, workspace: string, login: Login): Promise<void> {
    await items.put(
      { ...keyOf(hash), ...itemOf(workspace, login) },
      tiedTo(workspace, 'attribute_not_exists(#pk) OR '),
    );
  }

  /** From the workspace that it was tied to, on behalf of a person who has verified it as well. */
  async function retie(hash: string, from: string, to: string, login: Login): Promise<void> {
    await items.put({ ...keyOf(hash), ...itemOf(to, login) }, tiedTo(from));
  }

  async function untie(hash: string, workspace: string): Promise<void> {
    await items.remove(keyOf(hash), tiedTo(workspace));
  }

  /**
   * The workspace that a person may claim who has verified the address. Another person of the same pool had the
   * address before: their records are not of the one who has it now.
   */
  async function claimable(hash: string, login: Login): Promise<string | undefined> {
    const tied = await items.get(keyOf(hash), Tie);
    if (!tied) return undefined;
    return tied.pool !== login.pool || tied.subject === login.subject ? tied.workspace : undefined;
  }
}

/** An address is kept as this alone. */
export function emailHash(email: string): Promise<string> {
  return digestOf(plainEmail(email));
}

function keyOf(hash: string) {
  return { pk: `EMAIL#${hash}`, sk: 'email' };
}

function itemOf(workspace: string, { pool, subject }: Login) {
  return { workspace, pool, subject };
}

function tiedTo(workspace: string, or = '') {
  return { text: `${or}#workspace = :workspace`, values: { ':workspace': workspace } };
}
