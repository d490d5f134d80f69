import type { AccountApi, Proof } from '../cloud/account-api.ts';
import { Refusal, reasonOf } from '../cloud/account-api.ts';
import type { Kept } from '../cloud/kept.ts';
import { Unreachable } from '../sync/server.ts';

/** How often a part is asked for again where there is no answer, and how long between. */
const RETRIES = { most: 4, firstMs: 1_000 };

export interface MovingParts {
  readonly api: Pick<AccountApi, 'claim' | 'redeem'>;
  readonly kept: Pick<Kept, 'ticket'>;
  readonly wait: (ms: number) => Promise<void>;
  /** Told how many records came along so far. */
  readonly onMoved: (count: number) => void;
}

export type Moved =
  | { readonly count: number }
  /** `isOver`: repeating will not help. */
  | { readonly reason: string; readonly isOver: boolean };

/** Proves a right to records, and takes them over. */
export async function claimRecords(parts: MovingParts, proof: Proof): Promise<Moved> {
  try {
    parts.kept.ticket = await parts.api.claim(proof);
  } catch (error) {
    return { reason: reasonOf(error), isOver: error instanceof Refusal };
  }
  return takeOver(parts);
}

/** Takes over the records that the kept ticket is for. What is broken off goes on the next time, and nothing is doubled. */
export async function takeOver(parts: MovingParts): Promise<Moved> {
  let count = 0;
  try {
    for (let more = true; more; ) {
      parts.onMoved(count);
      const step = await redeem(parts);
      count += step.moved;
      more = step.more;
    }
  } catch (error) {
    const isOver = error instanceof Refusal;
    if (isOver) parts.kept.ticket = null;
    return { reason: reasonOf(error), isOver };
  }
  parts.kept.ticket = null;
  return { count };
}

async function redeem({ api, kept, wait }: MovingParts): Promise<{ readonly moved: number; readonly more: boolean }> {
  const { ticket } = kept;
  if (ticket === null) return { moved: 0, more: false };
  for (let failures = 0; ; failures++) {
    try {
      return await api.redeem(ticket);
    } catch (error) {
      if (!(error instanceof Unreachable) || failures === RETRIES.most) throw error;
      await wait(RETRIES.firstMs * 2 ** failures);
    }
  }
}
