import { v7 } from 'uuid';
import { workspaceOfToken } from '../src/delivery/unsubscribe-token.ts';
import { contact } from '../src/domain/contact.ts';
import type { AnyRecord } from '../src/domain/noun.ts';
import { NOUNS } from '../src/domain/nouns.ts';
import { createApp } from '../src/http/app.ts';
import type { Caller } from '../src/http/route.ts';
import { cloudRoutes } from '../src/routes/all.ts';
import type { CloudServices } from '../src/routes/cloud-services.ts';
import type { FeedServices } from '../src/routes/feed-services.ts';
import type { ReminderServices, UnsubscribeServices } from '../src/routes/reminder-services.ts';
import type { Directory, Person } from '../src/store/directory.ts';
import { openDynamodb } from '../src/store/dynamodb.ts';
import { openAccounts } from '../src/store/dynamodb-account.ts';
import type { DynamodbClient } from '../src/store/dynamodb-client.ts';
import { openFeeds } from '../src/store/dynamodb-feeds.ts';
import { openItems } from '../src/store/dynamodb-items.ts';
import { openDynamodbLedger } from '../src/store/dynamodb-ledger.ts';
import { openQuota } from '../src/store/dynamodb-quota.ts';
import { openRecipients } from '../src/store/dynamodb-recipients.ts';
import { sweep } from '../src/store/dynamodb-sweep.ts';
import { openWorkspaces } from '../src/store/dynamodb-workspaces.ts';
import type { Recipients } from '../src/store/recipients.ts';
import type { Reply } from './api.ts';
import type { TestTable } from './dynalite.ts';
import { Mailbox, testReminding, UNSUBSCRIBE_SECRET } from './reminding.ts';

export const GUEST_DAYS = 30;
const LIMITS = { writesADay: 1000, guestWritesADay: 500 };

/** The API of the cloud over one table, asked by whom a test names; a new one over the same table is a rebuilt one. */
export class Cloud {
  readonly faults: unknown[] = [];
  /** By their subject: who can sign in. */
  readonly people = new Map<string, Person>();
  /** How often the directory was asked. */
  asked = 0;
  at: Date;
  readonly mailbox = new Mailbox();
  readonly recipients: Recipients;
  readonly pool: string;
  readonly #callers = new Map<string, Caller>();
  readonly #app: ReturnType<typeof createApp>;
  readonly #table: TestTable;

  constructor(table: TestTable, options: { pool?: string; at?: Date; client?: DynamodbClient } = {}) {
    this.#table = table;
    this.pool = options.pool ?? 'pool-of-today';
    this.at = options.at ?? new Date('2026-03-10T09:00:00.000Z');
    const at = { client: options.client ?? table.client, table: table.name, now: () => this.at };
    const quota = openQuota({ ...at, ...LIMITS });
    const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
    const items = openItems(at.client, at.table);
    const [store, ledger] = [openDynamodb({ ...at, nouns: NOUNS }), openDynamodbLedger(items, at.now)];
    this.recipients = openRecipients(items, at.now);
    const reached = { ledger, recipients: this.recipients };
    this.#app = createApp<FeedServices & ReminderServices & CloudServices & UnsubscribeServices>({
      routes: cloudRoutes,
      services: {
        store,
        ...reached,
        reminding: testReminding({ store, ...reached, now: at.now }, this.mailbox),
        workspaceOfToken: (token) => workspaceOfToken(UNSUBSCRIBE_SECRET, token),
        feeds: openFeeds({ items, accounts: openAccounts(items), now: at.now, random }),
        workspaces: openWorkspaces({ ...at, nouns: NOUNS, random, guestDays: GUEST_DAYS }),
        directory: this.#directory(),
        nouns: NOUNS,
        now: at.now,
        today: () => at.now().toISOString().slice(0, 10),
        site: '/',
        newId: () => v7(),
      },
      callerOf: ({ req }) => this.#caller(req.header('X-Caller')),
      beforeWrite: ({ workspace, isGuest }, writes) => quota.spend(workspace, isGuest, writes),
      onFault: (error) => this.faults.push(error),
    });
  }

  /** Somebody who has not signed in. */
  guest(): Caller {
    return { workspace: v7(), isGuest: true, login: null };
  }

  /** Somebody who has, in a workspace of their own or in that of the guest they were. */
  signedIn(person: Person, workspace: string = v7()): Caller {
    const subject = v7();
    this.people.set(subject, person);
    return { workspace, isGuest: false, login: { pool: this.pool, subject } };
  }

  advance({ days = 0, hours = 0, minutes = 0 }): void {
    this.at = new Date(this.at.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000);
  }

  async send(caller: Caller, method: string, path: string, body?: unknown): Promise<Reply> {
    this.#callers.set(caller.workspace, caller);
    this.at = new Date(this.at.getTime() + 1);
    const response = await this.#app.request(path, {
      method,
      headers: { 'X-Caller': caller.workspace, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: text === '' ? undefined : JSON.parse(text),
    };
  }

  /** What anyone gets, signed by nobody. */
  async read(path: string, init: RequestInit = {}): Promise<Omit<Reply, 'body'>> {
    const response = await this.#app.request(path, init);
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  visit(caller: Caller, name = 'Firefox on Linux', id = DEVICE): Promise<Reply> {
    return this.send(caller, 'PUT', `/v1/account/devices/${id}`, { name });
  }

  async contact(caller: Caller, fields: object = {}): Promise<AnyRecord> {
    const sent = { name: 'Ada', email: 'ada@example.org', ...fields };
    const { status, body } = await this.send(caller, 'POST', `/v1/${contact.type}`, sent);
    if (status !== 201) throw new Error(`No contact was created: ${JSON.stringify(body)}`);
    return body;
  }

  async contacts(caller: Caller): Promise<AnyRecord[]> {
    return (await this.send(caller, 'GET', '/v1/contacts?limit=200')).body;
  }

  /** Calls until there is no more; what each call answered. */
  async untilDone(caller: Caller, method: string, path: string, body?: unknown): Promise<Reply[]> {
    const replies: Reply[] = [];
    do {
      replies.push(await this.send(caller, method, path, body));
    } while (replies.at(-1)?.body.more);
    return replies;
  }

  sweep(deadline = new Date(8.64e15), client = this.#table.client) {
    return sweep({ client, table: this.#table.name, now: () => this.at, guestDays: GUEST_DAYS }, deadline);
  }

  #directory(): Directory {
    return {
      pool: this.pool,
      personOf: async ({ pool, subject }) => {
        this.asked++;
        return pool === this.pool ? this.people.get(subject) : undefined;
      },
    };
  }

  #caller(name: string | undefined): Caller {
    const caller = this.#callers.get(name ?? '');
    if (!caller) throw new Error('A test asks as nobody.');
    return caller;
  }
}

const DEVICE = '00000000-0000-4000-8000-000000000001';
