import type { Instant } from '../domain/dates.ts';
import type { Ledger } from '../store/ledger.ts';
import type { Recipients } from '../store/recipients.ts';
import type { Store } from '../store/store.ts';
import type { Wake, Wakes } from '../store/wakes.ts';
import { lookAtInterview } from './interview-look.ts';
import type { Sender } from './sender.ts';
import { lookAtSettings } from './settings-look.ts';

/** What reminding needs; the entry chooses it. */
export interface Reminder {
  readonly store: Pick<Store, 'get' | 'list'>;
  readonly wakes: Wakes;
  readonly ledger: Ledger;
  readonly recipients: Pick<Recipients, 'of'>;
  readonly senders: readonly Sender[];
  readonly now: () => Date;
  /** Told of what spoils one look and not the others. */
  readonly onFault: (error: unknown) => void;
}

/** What came of one look around. */
export interface Reminded {
  /** At so many records it was looked. */
  readonly looked: number;
  readonly sent: number;
  readonly failed: number;
  /** So many looks broke off: they come again with the next. */
  readonly faults: number;
  /** False where time ran out. */
  readonly finished: boolean;
}

/** What came of one look: what was sent, and when to look again; null: not until the record is written. */
export interface Look {
  readonly sent: number;
  readonly failed: number;
  readonly next: Instant | null;
}

/** So many are looked at at once. */
const AT_ONCE = 10;

/**
 * Tells everybody whose time has come what is due, once: it is claimed before it is sent and marked after. Called by a clock,
 * every quarter of an hour at least; whatever breaks it off, the next call goes on.
 *
 * @param deadline no look begins after it
 */
export async function remindDue(reminder: Reminder, deadline?: Date): Promise<Reminded> {
  const { wakes, now, onFault } = reminder;
  const sum = { looked: 0, sent: 0, failed: 0, faults: 0 };
  for await (const page of wakes.due(now().toISOString())) {
    for (let first = 0; first < page.length; first += AT_ONCE) {
      if (deadline && now() >= deadline) return { ...sum, finished: false };
      await Promise.all(page.slice(first, first + AT_ONCE).map(look));
    }
  }
  return { ...sum, finished: true };

  async function look(wake: Wake): Promise<void> {
    sum.looked++;
    try {
      const { sent, failed, next } = await lookAt(reminder, wake);
      sum.sent += sent;
      sum.failed += failed;
      await wakes.settle(wake, next);
    } catch (error) {
      sum.faults++;
      onFault(error);
    }
  }
}

function lookAt(reminder: Reminder, wake: Wake): Promise<Look> {
  return wake.type === 'settings' ? lookAtSettings(reminder, wake.workspace) : lookAtInterview(reminder, wake);
}
