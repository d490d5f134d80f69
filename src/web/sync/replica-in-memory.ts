import type { Noun } from '../../domain/noun.ts';
import type { Stored } from './change.ts';
import { type Memory, MemoryStore } from './memory-store.ts';
import { Replica } from './replica.ts';

/** Changes are made at this instant. */
export const NOW = '2026-03-01T10:00:00.000Z';

/** A replica for tests, that keeps nothing beyond its memory. */
export function replicaInMemory(nouns: readonly Noun[], memory?: Memory): Replica {
  let changes = 0;
  const newId = () => `change-${++changes}`;
  return new Replica({ nouns, store: new MemoryStore(memory), now: () => NOW, newId });
}

/** Has the replica know what the server has. */
export async function confirm(replica: Replica, type: string, ...records: readonly Stored['record'][]): Promise<void> {
  const { idField } = replica.collection(type).noun;
  await replica.commit({ records: records.map((record) => ({ type, id: String(record[idField]), record })) });
}

/** No other tab is there. */
export const oneTab = { alone: <T>(work: () => Promise<T>): Promise<T> => work() };
