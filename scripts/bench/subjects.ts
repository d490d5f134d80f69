import { join } from 'node:path';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as v from 'valibot';
import { apply } from '../../src/domain/changes.ts';
import { contact } from '../../src/domain/contact.ts';
import { WORKSPACE } from '../../src/entry/laptop-api.ts';
import { itemOf } from '../../src/store/dynamodb-item.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store, Stored } from '../../src/store/store.ts';
import { testTable } from '../../test/dynalite.ts';
import type { Population } from './population.ts';

export const STORES = ['sqlite', 'dynamodb'] as const;
export type StoreName = (typeof STORES)[number];

/** Capacity units of DynamoDB. */
export interface Units {
  readonly read: number;
  readonly write: number;
}

/** A store to measure. */
export interface Subject {
  readonly store: Store;
  readonly workspace: string;
  readonly population: Population;
  /** Lets the population grow, and keeps who is new. */
  fill(size: number): Promise<void>;
  /** What was consumed since it was opened; undefined where nothing is counted. */
  units(): Units | undefined;
  close(): Promise<void>;
}

export function openSubject(name: StoreName, folder: string, population: Population): Promise<Subject> {
  return { sqlite: sqliteSubject, dynamodb: dynamodbSubject }[name](folder, population);
}

async function sqliteSubject(folder: string, population: Population): Promise<Subject> {
  const store = openSqlite({ file: join(folder, 'touchbase.db'), nouns: [contact], now: population.now });
  return {
    store,
    workspace: WORKSPACE,
    population,
    fill: async (size) => {
      while (population.size < size) await store.put(WORKSPACE, grown(population), 0);
    },
    units: () => undefined,
    close: () => store.close(),
  };
}

const BatchAnswer = v.object({ UnprocessedItems: v.optional(v.strictObject({})) });
const BATCH = 25;
/** dynalite deletes a large table item by item. */
const DELETE_TABLE_MS = 60_000;

/** In dynalite, in this process. New contacts are written in batches: a store has no such method, as nobody needs it. */
async function dynamodbSubject(_: string, population: Population): Promise<Subject> {
  const units = { read: 0, write: 0 };
  const table = await testTable({
    attemptMs: DELETE_TABLE_MS,
    onCapacity: (consumed, operation) => {
      units[operation === 'PutItem' ? 'write' : 'read'] += consumed;
    },
  });
  const store = table.open({ nouns: [contact], now: population.now });
  return { store, workspace: WORKSPACE, population, fill, units: () => ({ ...units }), close: table.remove };

  async function fill(size: number): Promise<void> {
    while (population.size < size) {
      const batch = Array.from({ length: Math.min(BATCH, size - population.size) }, () => grown(population));
      const puts = batch.map((stored) => ({ PutRequest: { Item: marshall(itemOf(WORKSPACE, contact, stored)) } }));
      await table.client.call('BatchWriteItem', { RequestItems: { [table.name]: puts } }, BatchAnswer);
    }
  }
}

/** The next contact of the population as the API would keep it. */
function grown(population: Population): Stored {
  const { id, fields } = population.grow();
  const outcome = apply(
    contact,
    undefined,
    { op: 'create', record: fields },
    { id, now: population.now().toISOString() },
  );
  if ('problem' in outcome) throw new Error(outcome.problem.detail);
  return { type: contact.type, id, record: outcome.record };
}
