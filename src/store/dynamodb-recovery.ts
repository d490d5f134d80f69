import * as v from 'valibot';
import type { Accounts } from './dynamodb-account.ts';
import type { Items } from './dynamodb-items.ts';
import { RECOVERY_BYTES, readRecoveryCode, recoveryCode } from './recovery-code.ts';
import { digestOf } from './secret-digest.ts';

export type Recovery = ReturnType<typeof openRecovery>;

interface Options {
  readonly items: Items;
  readonly accounts: Accounts;
  readonly now: () => Date;
  readonly random: (bytes: number) => Uint8Array;
}

/** Recovery codes: the account says which one is valid, an item by the code's hash leads to the account. */
export function openRecovery({ items, accounts, now, random }: Options) {
  return { make, workspaceOf, point, drop };

  /** The new one is valid, and the one before no more, from the moment at which the account is written. */
  async function make(workspace: string): Promise<string> {
    const code = recoveryCode(random(RECOVERY_BYTES));
    const hash = await hashOf(code);
    await point(hash, workspace);
    let before: string | undefined;
    await accounts.change(workspace, (account) => {
      if (account.recovery?.hash === hash) return account;
      before = account.recovery?.hash;
      return { ...account, recovery: { hash, made_at: now().toISOString() } };
    });
    if (before) await drop(before, workspace);
    return code;
  }

  async function workspaceOf(typed: string): Promise<string | undefined> {
    const hash = await hashOf(typed);
    const led = await items.get(keyOf(hash), Lead);
    const account = led && (await accounts.read(led.workspace));
    return account?.recovery?.hash === hash ? led?.workspace : undefined;
  }

  async function point(hash: string, workspace: string): Promise<void> {
    await items.put({ ...keyOf(hash), workspace });
  }

  async function drop(hash: string, workspace: string): Promise<void> {
    await items.remove(keyOf(hash), { text: '#workspace = :workspace', values: { ':workspace': workspace } });
  }
}

const Lead = v.object({ workspace: v.string() });

/** What cannot be a code has the hash of none. */
function hashOf(typed: string): Promise<string> {
  return digestOf(readRecoveryCode(typed) ?? '');
}

function keyOf(hash: string) {
  return { pk: `RECOVERY#${hash}`, sk: 'recovery' };
}
