import * as v from 'valibot';
import { expect } from 'vitest';
import { contact } from '../src/domain/contact.ts';
import type { AnyRecord } from '../src/domain/noun.ts';
import { type Clock, idNumber, newRecord, refTo, stoppedClock, stored } from '../src/store/contract-scene.ts';
import type { DynamodbClient } from '../src/store/dynamodb-client.ts';
import { partition } from '../src/store/dynamodb-item.ts';
import { openItems } from '../src/store/dynamodb-items.ts';
import { openDynamodbLedger } from '../src/store/dynamodb-ledger.ts';
import { openRecipients } from '../src/store/dynamodb-recipients.ts';
import { openWorkspaces } from '../src/store/dynamodb-workspaces.ts';
import { type Store, StoreBusy } from '../src/store/store.ts';
import type { Redeemer, Redemption, Workspaces } from '../src/store/workspaces.ts';
import type { TestTable } from './dynalite.ts';

export const PERSON = { pool: 'pool-of-today', subject: 'ada' };
export const BEFORE = { pool: 'pool-of-before', subject: 'ada' };

let scenes = 0;

/** Two workspaces of one person; each test has its own. */
export class ClaimScene {
  readonly clock: Clock = stoppedClock();
  readonly name = `scene-${++scenes}`;
  readonly from = `${this.name}.from`;
  readonly to: Redeemer = { workspace: `${this.name}.to`, login: PERSON };
  readonly email = `${this.name}@example.org`;
  readonly store: Store;
  readonly #table: TestTable;

  constructor(table: TestTable) {
    this.#table = table;
    this.store = table.open({ nouns: [contact], now: this.clock.now });
  }

  open(client: DynamodbClient = this.#table.client): Workspaces {
    const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
    return openWorkspaces({
      client,
      table: this.#table.name,
      nouns: [contact],
      now: this.clock.now,
      random,
      guestDays: 30,
    });
  }

  async put(workspace: string, record: AnyRecord, ifVersion = 0): Promise<void> {
    expect(await this.store.put(workspace, stored(contact, record), ifVersion)).toBe(true);
  }

  /** The next version of a record of a workspace. */
  async edit(workspace: string, n: number, fields: object): Promise<void> {
    const [current] = await this.store.get(workspace, [{ type: 'contacts', id: idNumber(n) }]);
    if (!current) throw new Error(`There is no contact ${n}.`);
    const edited = { ...current, ...fields, version: current.version + 1, updated_at: this.clock.instant() };
    await this.put(workspace, edited, current.version);
  }

  async contact(workspace: string, n: number, fields: object = {}): Promise<void> {
    await this.put(workspace, newRecord(contact, n, this.clock.instant(), fields));
  }

  /** Every record, tombstones included. */
  async all(workspace: string): Promise<AnyRecord[]> {
    const { changed } = await this.store.changes(workspace, null, 1000);
    return changed.map(({ record }) => record).sort((one, other) => (idOf(one) < idOf(other) ? -1 : 1));
  }

  /** A person of a workspace who is reached by mail and on a device, and to whom a digest was sent by both. */
  async reached(workspace: string): Promise<void> {
    await reachedIn(this.#table, workspace, this.clock.now, this.email);
  }

  /** How the person of a workspace is reached, whether mail goes there, and what was sent. */
  async toldOf(workspace: string) {
    const items = openItems(this.#table.client, this.#table.name);
    const { email, paused, devices } = await openRecipients(items, this.clock.now).of(workspace);
    const sent = await openDynamodbLedger(items, this.clock.now).latest(workspace, 10);
    return { email, paused: paused?.reason, devices: devices.length, sent: sent.map(({ channel }) => channel) };
  }

  async pause(workspace: string): Promise<void> {
    const items = openItems(this.#table.client, this.#table.name);
    await openRecipients(items, this.clock.now).pause(workspace, 'complained', null);
  }

  /** The sort keys of all that stands in a workspace, but for the counters of its writes: they pass by themselves. */
  leftIn(workspace: string): Promise<string[]> {
    return leftIn(this.#table, workspace);
  }

  async ticket(): Promise<string> {
    return (await this.open().openClaim(this.from)).ticket;
  }
}

export async function reachedIn(
  table: TestTable,
  workspace: string,
  now: () => Date,
  email = 'ada@example.org',
): Promise<void> {
  const items = openItems(table.client, table.name);
  const [recipients, ledger] = [openRecipients(items, now), openDynamodbLedger(items, now)];
  await recipients.keepEmail(workspace, email);
  const keys = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) };
  const phone = { device_id: idNumber(1), name: 'Phone', made_at: now().toISOString() };
  await recipients.keepDevice(workspace, { ...phone, endpoint: 'https://push.example/1', ...keys });
  for (const channel of ['email', 'push'] as const) {
    await ledger.claim(workspace, { day: '2026-03-01', what: 'digest', channel }, now().toISOString());
  }
}

export async function leftIn(table: TestTable, workspace: string): Promise<string[]> {
  const search = { text: '#pk = :pk', values: { ':pk': partition(workspace) }, limit: 1000 };
  const { found } = await openItems(table.client, table.name).find(search, v.object({ sk: v.string() }));
  return found.map(({ sk }) => sk).filter((sk) => !sk.startsWith('quota#'));
}

export function idOf(record: AnyRecord): string {
  return refTo(contact, record).id;
}

export async function untilDone(call: () => Promise<Redemption>): Promise<number> {
  let moved = 0;
  for (let calls = 0; calls < 50; calls++) {
    const redemption = await repeated(call);
    if ('refused' in redemption) throw new Error(redemption.refused);
    moved += redemption.moved;
    if (!redemption.more) return moved;
  }
  throw new Error('It comes to no end.');
}

/** As a person does who is told to try again. */
export async function repeated<Result>(call: () => Promise<Result>): Promise<Result> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const result = await orBroken(call);
    if (result !== undefined) return result;
  }
  throw new Error('It is broken off again and again.');
}

/** Undefined where it was broken off. */
export async function orBroken<Result>(call: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof StoreBusy) return undefined;
    throw error;
  }
}
