import { type DBSchema, type IDBPDatabase, openDB, unwrap } from 'idb';
import { type Change, type Conflict, keyOf, type Pending, type Stored } from './change.ts';
import type { Commit, Cursor, Kept, LocalStore, Mark } from './local-store.ts';

/** So many records are taken out at once: more would hold up the page for longer than a frame or two. */
const BATCH = 1000;

interface Row extends Stored {
  /** The commit that wrote it. */
  readonly generation: number;
}

interface Meta extends Mark {
  readonly cursor: Cursor | null;
}

interface Schema extends DBSchema {
  records: { key: [type: string, id: string]; value: Row; indexes: { generation: number } };
  outbox: { key: number; value: Pending };
  conflicts: { key: [type: string, id: string, field: string, change: string]; value: Conflict };
  meta: { key: 'meta'; value: Meta };
}

const STORES = ['records', 'outbox', 'conflicts', 'meta'] as const;
type Transaction<Mode extends IDBTransactionMode> = ReturnType<typeof begin<Mode>>;

const NOTHING: Meta = { generation: 0, epoch: 0, cursor: null };

/**
 * Opens what this browser keeps under a name.
 *
 * @param onGone told when it was taken away: by another tab that deletes it, or else by the browser
 */
export async function openIndexedDb(name: string, onGone: (isDeleted: boolean) => void): Promise<LocalStore> {
  const db = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('records', { keyPath: ['type', 'id'] }).createIndex('generation', 'generation');
      fresh.createObjectStore('outbox', { keyPath: 'place', autoIncrement: true });
      fresh.createObjectStore('conflicts', { keyPath: ['type', 'id', 'field', 'change_id'] });
      fresh.createObjectStore('meta');
    },
    // Another tab deletes it, because the person signs out, or is of a later version: it must not wait for this one.
    blocking: (_, __, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
      onGone(true);
    },
    terminated: () => onGone(false),
  });
  return {
    read: async (since) => readSince(begin(db, 'readonly'), since),
    append: (changes) => append(db, changes),
    commit: (commit, since) => keep(db, commit, since),
    close: () => db.close(),
  };
}

/** All stores at once, so that what is read or written is of one moment; what is written is on the disk when it ends. */
function begin<Mode extends IDBTransactionMode>(db: IDBPDatabase<Schema>, mode: Mode) {
  return db.transaction(STORES, mode, { durability: 'strict' });
}

/** Asked for in one go and committed without waiting: it is kept even where the page goes away at once. */
async function append(db: IDBPDatabase<Schema>, changes: readonly Change[]): Promise<readonly Pending[]> {
  // What cannot be kept at all is found before anything is.
  const given = structuredClone(changes);
  const transaction = db.transaction('outbox', 'readwrite', { durability: 'strict' });
  const outbox = unwrap(transaction.store);
  // Hundreds may be made at once: a promise for each would take as long as to write them.
  const added = given.map((change) => outbox.add({ ...change }));
  transaction.commit();
  await transaction.done;
  return changes.map((change, index) => ({ ...change, place: Number(added[index]?.result) }));
}

async function keep(db: IDBPDatabase<Schema>, commit: Commit, since: Mark): Promise<Kept> {
  const transaction = begin(db, 'readwrite');
  const before = (await transaction.objectStore('meta').get('meta')) ?? NOTHING;
  const meta = {
    generation: before.generation + 1,
    epoch: before.epoch + (commit.isAnew ? 1 : 0),
    cursor: commit.cursor ?? before.cursor,
  };
  if (commit.isAnew) await transaction.objectStore('records').clear();
  try {
    await Promise.all([
      transaction.objectStore('meta').put(meta, 'meta'),
      ...newestOf(commit.records ?? []).map((one) => putIfNewer(transaction, { ...one, generation: meta.generation })),
      ...(commit.settled ?? []).map(({ place = 0 }) => transaction.objectStore('outbox').delete(place)),
      ...(commit.revised ?? []).map((pending) => putIfThere(transaction, pending)),
      ...(commit.conflicts ?? []).map((conflict) => transaction.objectStore('conflicts').put(conflict)),
      ...(commit.resolved ?? []).map(({ type, id, field, change_id }) =>
        transaction.objectStore('conflicts').delete([type, id, field, change_id]),
      ),
    ]);
  } catch (error) {
    abort(transaction);
    throw error;
  }
  return readSince(transaction, since);
}

/** A value that cannot be kept does not end a transaction by itself: the rest would be kept. */
function abort(transaction: Transaction<'readwrite'>): void {
  transaction.done.catch(() => undefined);
  try {
    transaction.abort();
  } catch {
    // It has ended already, as where the storage is full.
  }
}

/** All are compared with what was there before: of the versions of a record only one may be. */
function newestOf(records: readonly Stored[]): Stored[] {
  const newest = new Map<string, Stored>();
  for (const stored of records) {
    const known = newest.get(keyOf(stored));
    if (!known || known.record.version < stored.record.version) newest.set(keyOf(stored), stored);
  }
  return [...newest.values()];
}

async function putIfNewer(transaction: Transaction<'readwrite'>, row: Row): Promise<void> {
  const records = transaction.objectStore('records');
  const known = await records.get([row.type, row.id]);
  if (!known || known.record.version < row.record.version) await records.put(row);
}

async function putIfThere(transaction: Transaction<'readwrite'>, pending: Pending): Promise<void> {
  const outbox = transaction.objectStore('outbox');
  if (pending.place !== undefined && (await outbox.getKey(pending.place)) !== undefined) await outbox.put(pending);
}

async function readSince(transaction: Transaction<'readonly'> | Transaction<'readwrite'>, since: Mark): Promise<Kept> {
  const meta = (await transaction.objectStore('meta').get('meta')) ?? NOTHING;
  const isAll = meta.epoch !== since.epoch || since.generation === 0;
  const [records, outbox, conflicts] = await Promise.all([
    isAll ? allRecords(transaction) : newRecords(transaction, since),
    transaction.objectStore('outbox').getAll(),
    transaction.objectStore('conflicts').getAll(),
  ]);
  await transaction.done;
  return { ...meta, records, outbox, conflicts };
}

async function newRecords(
  transaction: Transaction<'readonly'> | Transaction<'readwrite'>,
  { generation }: Mark,
): Promise<Row[]> {
  const index = transaction.objectStore('records').index('generation');
  return index.getAll(IDBKeyRange.lowerBound(generation, true));
}

async function allRecords(transaction: Transaction<'readonly'> | Transaction<'readwrite'>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: IDBKeyRange | null = null; ; ) {
    const batch: Row[] = await transaction.objectStore('records').getAll(after, BATCH);
    rows.push(...batch);
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return rows;
    after = IDBKeyRange.lowerBound([last.type, last.id], true);
  }
}
