import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe } from 'vitest';
import { localDate } from '../src/domain/dates.ts';
import type { AnyRecord, Noun } from '../src/domain/noun.ts';
import { NOUNS } from '../src/domain/nouns.ts';
import { type AppOptions, createApp } from '../src/http/app.ts';
import { routes } from '../src/routes/all.ts';
import type { FeedServices } from '../src/routes/feed-services.ts';
import type { ReminderServices } from '../src/routes/reminder-services.ts';
import { openAccounts } from '../src/store/dynamodb-account.ts';
import { openFeeds } from '../src/store/dynamodb-feeds.ts';
import { openItems } from '../src/store/dynamodb-items.ts';
import { openDynamodbLedger } from '../src/store/dynamodb-ledger.ts';
import { openRecipients } from '../src/store/dynamodb-recipients.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import { openSqliteFeeds } from '../src/store/sqlite-feeds.ts';
import { openSqliteLedger } from '../src/store/sqlite-ledger.ts';
import { openSqliteRecipients } from '../src/store/sqlite-recipients.ts';
import type { Store } from '../src/store/store.ts';
import { type TestTable, testTable } from './dynalite.ts';
import { Mailbox, testReminding } from './reminding.ts';

/** Runs a suite against the API over each of the stores: what a caller sees must not depend on the store. */
export function overBothStores(name: string, suite: (open: OpenApi) => void): void {
  describe(`${name}, over SQLite`, () => {
    suite((options) => new Api(openSqlite({ file: ':memory:', nouns: options?.nouns ?? NOUNS, now }), options));
  });
  describe(`${name}, over DynamoDB`, () => {
    let table: TestTable;
    beforeAll(async () => {
      table = await testTable();
    });
    afterAll(() => table.remove());
    const kept = (): Kept => {
      const items = openItems(table.client, table.name);
      const feeds = openFeeds({ items, accounts: openAccounts(items), now, random });
      return { feeds, ledger: openDynamodbLedger(items, now), recipients: openRecipients(items, now) };
    };
    suite((options) => new Api(table.open({ nouns: options?.nouns ?? NOUNS, now }), { kept: kept(), ...options }));
  });
}

type OpenApi = (options?: ApiOptions) => Api;

type AllServices = FeedServices & ReminderServices;

interface ApiOptions extends Partial<Pick<AppOptions<AllServices>, 'routes' | 'callerOf' | 'beforeWrite'>> {
  readonly nouns?: readonly Noun[];
  readonly kept?: Kept;
}

/** What is kept beside the records. */
type Kept = Pick<AllServices, 'feeds' | 'ledger' | 'recipients'>;

function keptBySqlite(): Kept {
  const file = { file: ':memory:', now };
  return {
    feeds: openSqliteFeeds({ ...file, random }),
    ledger: openSqliteLedger(file),
    recipients: openSqliteRecipients(file),
  };
}

let at = Date.parse('2026-03-10T09:00:00.000Z');
export const now = () => new Date(at);

const random = (bytes: number) => randomBytes(bytes);

/** The clock of every API of the tests goes on, and is never turned back. */
export function advance(ms: number): void {
  at += ms;
}

/** The API as a caller meets it, in a workspace of its own, and the faults it met. */
export class Api {
  readonly faults: unknown[] = [];
  readonly store: Store;
  readonly mailbox = new Mailbox();
  readonly kept: Kept;
  /** For requests that `send` does not make. */
  readonly app: Hono;
  #workspace = v7();

  constructor(store: Store, { nouns = NOUNS, kept = keptBySqlite(), ...given }: ApiOptions = {}) {
    this.store = store;
    this.kept = kept;
    this.app = createApp({
      routes,
      services: {
        store,
        ...kept,
        reminding: testReminding({ store, ...kept, now }, this.mailbox),
        nouns,
        now,
        today: () => localDate(now()),
        site: '/',
        newId: () => v7(),
      },
      callerOf: () => ({ workspace: this.#workspace, isGuest: false, login: null }),
      onFault: (error) => this.faults.push(error),
      ...given,
    });
  }

  /** Whose records it is about. */
  get workspace(): string {
    return this.#workspace;
  }

  /** Another person asks from now on. */
  switchWorkspace(): void {
    this.#workspace = v7();
  }

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    advance(1);
    const isText = typeof body === 'string';
    const response = await this.app.request(path, {
      method,
      headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = text !== '' && response.headers.get('Content-Type')?.includes('json');
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
  }

  get(path: string, headers?: Record<string, string>): Promise<Reply> {
    return this.send('GET', path, undefined, headers);
  }

  /** A new contact, as the API answered it. */
  async contact(fields: Record<string, unknown> = {}): Promise<AnyRecord & { contact_id: string }> {
    const { body, status } = await this.send('POST', '/v1/contacts', {
      name: 'Ada',
      email: 'ada@example.org',
      ...fields,
    });
    if (status !== 201) throw new Error(`No contact was created: ${JSON.stringify(body)}`);
    return body;
  }

  /** Every page of a list, by its links. */
  async pages(path: string): Promise<AnyRecord[][]> {
    const pages: AnyRecord[][] = [];
    for (let next: string | undefined = path; next; ) {
      const { body, headers }: Reply = await this.get(next);
      pages.push(body);
      next = /<([^>]+)>; rel="next"/.exec(headers.get('Link') ?? '')?.[1];
    }
    return pages;
  }
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: an answer of the API, of any shape, that a test looks at.
  readonly body: any;
}
