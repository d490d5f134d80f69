import { expect } from 'vitest';
import { contact } from '../src/domain/contact.ts';
import type { AnyRecord } from '../src/domain/noun.ts';
import { type Clock, idNumber, newRecord, refTo, stoppedClock, stored } from '../src/store/contract-scene.ts';
import type { DynamodbClient } from '../src/store/dynamodb-client.ts';
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

  async ticket(): Promise<string> {
    return (await this.open().openClaim(this.from)).ticket;
  }
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
