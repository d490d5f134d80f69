import type { DailyDigest } from '../domain/daily-digest.ts';
import type { CalendarDate } from '../domain/dates.ts';
import type { Nudge } from '../domain/nudges.ts';
import type { ZoneName } from '../domain/zone-name.ts';
import type { Delivery } from '../mail/mailer.ts';
import type { Channel } from '../store/ledger.ts';
import type { Recipient } from '../store/recipients.ts';

/** What a person is told, by whatever channel. */
export type Message =
  | { readonly is: 'digest'; readonly digest: DailyDigest }
  | { readonly is: 'nudge'; readonly nudge: Nudge }
  /** One that the person asked for, to see that it comes; null where nothing is due. */
  | { readonly is: 'trial'; readonly day: CalendarDate; readonly digest: DailyDigest | null };

export interface Addressee extends Recipient {
  readonly workspace: string;
  /** In which their days begin and end. */
  readonly zone: ZoneName;
  /** Whether what comes by push may tell names: it is shown where others may look. */
  readonly tells: boolean;
}

/** One channel by which a person can be told. */
export interface Sender {
  readonly channel: Channel;
  /** Null where they can be reached by it; otherwise why not, in words for them. */
  lacks(to: Addressee): string | null;
  /** Sends it once. It never rejects: whatever happens is said. */
  send(to: Addressee, message: Message): Promise<Delivery>;
}
