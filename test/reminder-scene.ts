import type { Reminder } from '../src/delivery/remind.ts';
import type { Addressee, Message, Sender } from '../src/delivery/sender.ts';
import { apply } from '../src/domain/changes.ts';
import type { JsonObject } from '../src/domain/json.ts';
import { type Noun, nounOf } from '../src/domain/noun.ts';
import { SETTINGS_ID } from '../src/domain/settings.ts';
import { WAKING_NOUNS } from '../src/domain/waking-nouns.ts';
import type { Delivery } from '../src/mail/mailer.ts';
import { openItems } from '../src/store/dynamodb-items.ts';
import { openDynamodbLedger } from '../src/store/dynamodb-ledger.ts';
import { openWakes } from '../src/store/dynamodb-wakes.ts';
import type { Channel } from '../src/store/ledger.ts';
import type { Recipient } from '../src/store/recipients.ts';
import type { TestTable } from './dynalite.ts';
import { numberedId } from './made-record.ts';

const ADA: Recipient = { email: 'ada@example.org', paused: null, devices: [] };
const ACCEPTED: Delivery = { is: 'accepted', id: '1' };

/** What came to whom. */
interface Came {
  readonly to: Addressee;
  readonly message: Message;
}

/** Keeps what it is given, and answers what it is told to. */
export class Outbox implements Sender {
  readonly came: Came[] = [];
  /** Answered first, in their order. */
  readonly troubles: Delivery[] = [];
  readonly channel: Channel;

  constructor(channel: Channel = 'email') {
    this.channel = channel;
  }

  lacks({ email }: Addressee): string | null {
    return email === null ? 'There is no address.' : null;
  }

  async send(to: Addressee, message: Message): Promise<Delivery> {
    const trouble = this.troubles.shift();
    if (!trouble || trouble.is === 'unknown') this.came.push({ to, message });
    return trouble ?? ACCEPTED;
  }
}

/** A person with settings and records in a real table, and a clock that stands still until it is set. */
export class ReminderScene {
  readonly workspace = `w-${crypto.randomUUID()}`;
  readonly outbox = new Outbox();
  recipient: Recipient = ADA;
  at = '2026-03-20T00:00:00.000Z';
  readonly reminder: Reminder;
  readonly faults: unknown[] = [];
  #made = 0;

  constructor({ client, name }: Pick<TestTable, 'client' | 'name'>, open: TestTable['open']) {
    const now = () => new Date(this.at);
    const items = openItems(client, name);
    this.reminder = {
      store: open({ nouns: WAKING_NOUNS, now }),
      wakes: openWakes(items),
      ledger: openDynamodbLedger(items, now),
      recipients: { of: async (workspace) => ({ ...NOBODY, ...(workspace === this.workspace && this.recipient) }) },
      senders: [this.outbox],
      now,
      onFault: (error) => this.faults.push(error),
    };
  }

  settings(record: JsonObject): Promise<string> {
    const usual = { time_zone: 'Europe/Zurich', digest_at: '08:00', remind_by_email: true };
    return this.write('settings', SETTINGS_ID, { ...usual, ...record });
  }

  async add(type: string, record: JsonObject): Promise<string> {
    this.#made += 1;
    return this.write(type, numberedId(this.#made), record);
  }

  async write(type: string, id: string, record: JsonObject): Promise<string> {
    const noun: Noun = nounOf(WAKING_NOUNS, type);
    const store = this.reminder.store as ReturnType<TestTable['open']>;
    const [before] = await store.get(this.workspace, [{ type, id }]);
    const operation = before ? ({ op: 'edit', record } as const) : ({ op: 'create', record } as const);
    const outcome = apply(noun, before, operation, { id, now: this.at });
    if ('problem' in outcome) throw new Error(JSON.stringify(outcome.problem));
    await store.put(this.workspace, { type, id, record: outcome.record }, before?.version ?? 0);
    return id;
  }

  /** What came, in short: `digest 2026-03-20`, `nudge`. */
  get told(): readonly string[] {
    return this.outbox.came.map(({ message }) =>
      message.is === 'digest' ? `digest ${message.digest.day}` : message.is,
    );
  }
}

const NOBODY: Recipient = { email: null, paused: null, devices: [] };
