import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Reminder } from '../src/delivery/remind.ts';
import type { Addressee, Message, Sender } from '../src/delivery/sender.ts';
import { apply } from '../src/domain/changes.ts';
import type { JsonObject } from '../src/domain/json.ts';
import { type AnyRecord, type Noun, nounOf } from '../src/domain/noun.ts';
import { SETTINGS_ID } from '../src/domain/settings.ts';
import { WAKING_NOUNS } from '../src/domain/waking-nouns.ts';
import type { Delivery } from '../src/mail/mailer.ts';
import { openItems } from '../src/store/dynamodb-items.ts';
import { openDynamodbLedger } from '../src/store/dynamodb-ledger.ts';
import { openWakes } from '../src/store/dynamodb-wakes.ts';
import type { Channel } from '../src/store/ledger.ts';
import type { Recipient } from '../src/store/recipients.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import { openSqliteLedger } from '../src/store/sqlite-ledger.ts';
import { openSqliteWakes } from '../src/store/sqlite-wakes.ts';
import type { Store } from '../src/store/store.ts';
import type { TestTable } from './dynalite.ts';
import { numberedId } from './made-record.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ADA: Recipient = { email: 'ada@example.org', paused: null, devices: [] };
const ACCEPTED: Delivery = { is: 'accepted', id: '1' };

/** What keeps all that reminding needs. */
type OpenKeeps = (now: () => Date) => Pick<Reminder, 'wakes' | 'ledger'> & { readonly store: Store };

/** In a table that is there. */
export function keptInTable({ client, name, open }: TestTable): OpenKeeps {
  const items = openItems(client, name);
  return (now) => ({
    store: open({ nouns: WAKING_NOUNS, now }),
    wakes: openWakes(items),
    ledger: openDynamodbLedger(items, now),
  });
}

/** In a file of its own, which is gone with the test. */
export function keptInFile(now: () => Date): ReturnType<OpenKeeps> {
  const file = join(temporaryFolder(), 'touchbase.db');
  const store = openSqlite({ file, nouns: WAKING_NOUNS, now });
  const [wakes, ledger] = [openSqliteWakes(file), openSqliteLedger({ file, now })];
  onTestFinished(async () => {
    wakes.close();
    ledger.close();
    await store.close();
  });
  return { store, wakes, ledger };
}

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

  readonly #store: Store;

  constructor(open: OpenKeeps) {
    const now = () => new Date(this.at);
    const { store, ...others } = open(now);
    this.#store = store;
    this.reminder = {
      store,
      ...others,
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
    const [before] = await this.#store.get(this.workspace, [{ type, id }]);
    const operation = before ? ({ op: 'edit', record } as const) : ({ op: 'create', record } as const);
    const outcome = apply(noun, before, operation, { id, now: this.at });
    if ('problem' in outcome) throw new Error(JSON.stringify(outcome.problem));
    await this.#store.put(this.workspace, { type, id, record: outcome.record }, before?.version ?? 0);
    return id;
  }

  async keep(type: string, id: string, record: AnyRecord, ifVersion: number): Promise<void> {
    await this.#store.put(this.workspace, { type, id, record }, ifVersion);
  }

  /** What came, in short: `digest 2026-03-20`, `nudge`. */
  get told(): readonly string[] {
    return this.outbox.came.map(({ message }) =>
      message.is === 'digest' ? `digest ${message.digest.day}` : message.is,
    );
  }
}

const NOBODY: Recipient = { email: null, paused: null, devices: [] };
