import type { Claim, Entry, Ledger, Outcome, Sending } from '../../../src/store/ledger.ts';
import { itemBytes, readUnits } from './item-bytes.ts';
import type { Meter } from './meter.ts';
import { WORKSPACE_LENGTH } from './workspaces.ts';

interface Kept extends Entry {
  readonly freeAt: string;
}

/** Of so many days the ledger knows already when the simulation begins: more than are ever read at once. */
export const DAYS_BEFORE = 60;

/** An item as the ledger of the cloud keeps it once a digest was sent. */
export const SENT_ITEM = {
  pk: `W#${'0'.repeat(WORKSPACE_LENGTH)}`,
  sk: 'sent#2026-03-01#digest#email',
  state: 'sent',
  at: '2026-03-01T08:00:20.000Z',
  free_at: '~',
  detail: null,
  expires_at: 1_780_000_000,
  attempt: 1,
};

/** The ledger in memory. What it charges to read is that of the days before, too. */
export function memoryLedger(meter: Meter, now: () => Date): Ledger {
  const entries = new Map<string, Kept[]>();
  return { claim, mark, latest, forget };

  async function claim(workspace: string, sending: Sending, lease: string): Promise<Claim | undefined> {
    meter.count('claim', { write: 1 });
    const all = entries.get(workspace) ?? [];
    const known = all.find((one) => isOf(one, sending));
    const at = now().toISOString();
    if (known && known.freeAt > at) return undefined;
    const attempt = (known?.attempt ?? 0) + 1;
    const entry: Kept = { ...sending, attempt, state: 'sending', at, detail: null, freeAt: lease };
    entries.set(workspace, inOrder([entry, ...all.filter((one) => one !== known)]));
    return { ...sending, attempt };
  }

  async function mark(workspace: string, claimed: Claim, outcome: Outcome): Promise<boolean> {
    meter.count('claim', { write: 1 });
    const all = entries.get(workspace) ?? [];
    const place = all.findIndex(
      (one) => isOf(one, claimed) && one.attempt === claimed.attempt && one.state === 'sending',
    );
    const known = all[place];
    if (!known) return false;
    const freeAt = outcome.state === 'delayed' ? outcome.retry : '~';
    all[place] = { ...known, state: outcome.state, at: now().toISOString(), detail: outcome.detail, freeAt };
    return true;
  }

  async function latest(workspace: string, limit: number): Promise<readonly Entry[]> {
    const all = entries.get(workspace) ?? [];
    const read = Math.min(limit, DAYS_BEFORE + all.length);
    meter.count('latest', { read: readUnits(read * SENT_BYTES) });
    return all.slice(0, limit);
  }

  async function forget(workspace: string): Promise<void> {
    entries.delete(workspace);
  }
}

const SENT_BYTES = itemBytes(SENT_ITEM);

function isOf(one: Sending, { day, what, channel }: Sending): boolean {
  return one.day === day && one.what === what && one.channel === channel;
}

function inOrder(all: Kept[]): Kept[] {
  return all.sort((a, b) => (a.day < b.day ? 1 : -1));
}
