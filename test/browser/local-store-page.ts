import { openIndexedDb } from '../../src/web/sync/indexeddb-store.ts';
import { BEGINNING, type LocalStore } from '../../src/web/sync/local-store.ts';
import { CONTRACT } from '../../src/web/sync/local-store-contract.ts';
import { changeOf, type Place, same, storedOf, versionsOf } from '../../src/web/sync/local-store-scene.ts';

/** What holds for a browser's own storage alone. */
const OF_A_BROWSER: typeof CONTRACT = {
  'a commit of which a part cannot be kept changes nothing': async ({ open }) => {
    const store = await open();
    const mark = await store.commit({ records: [storedOf('ann', 1)], cursor: { at: 'a', isWhole: true } }, BEGINNING);
    const ben = storedOf('ben', 1);
    const cannot = { ...ben, record: { ...ben.record, name: () => 'no value' } };
    const commit = { records: [storedOf('ann', 2), cannot], cursor: { at: 'b', isWhole: true } };
    await rejects(store.commit(commit, BEGINNING));
    same(await store.read(BEGINNING), mark);
  },

  'changes of which one cannot be kept are not kept': async ({ open }) => {
    const store = await open();
    await rejects(
      store.append([changeOf('ann', 'c1'), { ...changeOf('ann', 'c2'), seen: { name: () => 'no value' } }]),
    );
    same((await store.read(BEGINNING)).outbox, []);
  },

  'every method rejects once it was closed': async ({ open }) => {
    const store = await open();
    store.close();
    await Promise.all([
      rejects(store.read(BEGINNING)),
      rejects(store.append([changeOf('ann', 'c1')])),
      rejects(store.commit({}, BEGINNING)),
    ]);
  },

  'whatever is written is asked to be on the disk before it is said to be kept': async ({ open }) => {
    const store = await open();
    const { transaction } = IDBDatabase.prototype;
    const asked: (string | undefined)[] = [];
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, names, mode, options) {
      if (mode === 'readwrite') asked.push(options?.durability);
      return transaction.call(this, names, mode, options);
    };
    try {
      await store.append([changeOf('ann', 'c1')]);
      await store.commit({ records: [storedOf('ann', 1)] }, BEGINNING);
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
    same(asked, ['strict', 'strict']);
  },
};

async function rejects(promise: Promise<unknown>): Promise<void> {
  const outcome = await promise.then(
    () => 'kept',
    () => 'rejected',
  );
  same(outcome, 'rejected');
}

const CASES = { ...CONTRACT, ...OF_A_BROWSER };
const opened: LocalStore[] = [];
let places = 0;

async function openAt(name: string): Promise<LocalStore> {
  const store = await openIndexedDb(name, () => undefined);
  opened.push(store);
  return store;
}

function newPlace(): Place {
  const name = `place ${++places}`;
  return { open: () => openAt(name) };
}

declare global {
  interface Window {
    localStores: typeof localStores;
  }
}

const localStores = {
  names: Object.keys(CASES),

  async run(name: string): Promise<void> {
    await CASES[name]?.(newPlace());
    for (const store of opened.splice(0)) store.close();
  },

  /** Keeps two changes and a record, and goes on to write many more records without waiting for them. */
  async keepAndGoOn(count: number): Promise<void> {
    const store = await openAt('killed');
    await store.append([changeOf('ann', 'c1'), changeOf('ann', 'c2')]);
    await store.commit({ records: [storedOf('ann', 1)], cursor: { at: 'first', isWhole: false } }, BEGINNING);
    const records = Array.from({ length: count }, (_, n) => storedOf(`many ${n}`, 1));
    void store.commit({ records, cursor: { at: 'many', isWhole: true } }, BEGINNING);
  },

  /** What was kept before. */
  async find() {
    const { outbox, records, cursor } = await (await openAt('killed')).read(BEGINNING);
    const many = records.filter(({ id }) => id.startsWith('many'));
    const others = records.filter(({ id }) => !id.startsWith('many'));
    return { changes: outbox.map(({ change_id }) => change_id), others: versionsOf(others), many: many.length, cursor };
  },
};

window.localStores = localStores;
