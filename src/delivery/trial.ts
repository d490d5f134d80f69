import { dailyDigest } from '../domain/daily-digest.ts';
import { scheduleOf } from '../domain/reminder-schedule.ts';
import { clockIn } from '../domain/zone.ts';
import type { Channel, Claim, Entry, Ledger } from '../store/ledger.ts';
import type { Recipients } from '../store/recipients.ts';
import type { Store } from '../store/store.ts';
import { LEASE_MS, outcomeOf } from './send-once.ts';
import type { Sender } from './sender.ts';
import { addresseeOf, recordsOf, SETTINGS } from './told.ts';

interface Options {
  readonly store: Pick<Store, 'get' | 'list'>;
  readonly ledger: Ledger;
  readonly recipients: Pick<Recipients, 'of'>;
  readonly senders: readonly Sender[];
  readonly now: () => Date;
}

/** So many trials a day by each channel: nobody is flooded, and no quota of mail is spent on them. */
export const MOST_TRIALS = 5;

/** Makes what sends a person what would come now, or that nothing is due, so that they see it come. */
export function trialOf(options: Options) {
  const { store, ledger, recipients, senders, now } = options;

  /** @returns what the ledger says of it; or why nothing can be sent, in words for the person */
  return async (workspace: string, channel: Channel): Promise<Entry | { readonly lacks: string }> => {
    const sender = senders.find((one) => one.channel === channel);
    if (!sender) return { lacks: 'Reminders do not come by this way here.' };
    const [kept] = await store.get(workspace, [SETTINGS]);
    const to = await addresseeOf(recipients, workspace, kept);
    const lacks = sender.lacks(to);
    if (lacks !== null) return { lacks };
    const schedule = scheduleOf(kept);
    const at = now().toISOString();
    const day = clockIn(schedule.zone, now().getTime()).date;
    const claim = await firstFree(workspace, channel, day);
    if (!claim) return { lacks: `You had ${MOST_TRIALS} of these today. Tomorrow there are more.` };
    const digest = dailyDigest(await recordsOf(store, workspace, kept), schedule, at) ?? null;
    const delivery = await sender.send(to, { is: 'trial', day, digest });
    const tried = outcomeOf(delivery, { now });
    // Nobody tries again but the person.
    const outcome = tried.state === 'delayed' ? ({ state: 'failed', detail: tried.detail } as const) : tried;
    await ledger.mark(workspace, claim, outcome);
    return { ...claim, state: outcome.state, detail: outcome.detail, at: now().toISOString() };
  };

  async function firstFree(workspace: string, channel: Channel, day: string): Promise<Claim | undefined> {
    const lease = new Date(now().getTime() + LEASE_MS).toISOString();
    for (let number = 1; number <= MOST_TRIALS; number++) {
      const claim = await ledger.claim(workspace, { day, what: `trial ${number}`, channel }, lease);
      if (claim) return claim;
    }
    return undefined;
  }
}
