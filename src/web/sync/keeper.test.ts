import { expect, test, vi } from 'vitest';
import { contact } from '../../domain/contact.ts';
import type { LocalStore } from './local-store.ts';
import { Memory, MemoryStore } from './memory-store.ts';
import { Replica } from './replica.ts';
import { NOW } from './replica-in-memory.ts';

const BEN = { type: 'contacts', id: 'ben' };
const CREATE = { op: 'create', record: { name: 'Ben', email: 'ben@example.org' } } as const;

/** A store that is a browser's own, which takes nothing more once it is told to fail. */
function failingStore(memory: Memory) {
  const store = new MemoryStore(memory);
  const state = { isFull: false };
  const orFull = <T>(work: () => Promise<T>): Promise<T> =>
    state.isFull ? Promise.reject(new DOMException('No room.', 'QuotaExceededError')) : work();
  const failing: LocalStore = {
    read: (since) => store.read(since),
    append: (changes) => orFull(() => store.append(changes)),
    commit: (commit, since) =>
      commit.settled ? store.commit(commit, since) : orFull(() => store.commit(commit, since)),
    close: () => undefined,
  };
  return { state, failing };
}

function replicaOver(store: LocalStore, reopen?: () => Promise<LocalStore>): Replica {
  let changes = 0;
  const parts = { nouns: [contact], store, ...(reopen && { reopen }) };
  return new Replica({ ...parts, now: () => NOW, newId: () => `change-${++changes}` });
}

test('a full storage loses nothing: all goes on in memory, and the reason is told', async () => {
  const { state, failing } = failingStore(new Memory());
  const replica = replicaOver(failing);
  replica.change({ type: 'contacts', id: 'ann' }, { op: 'create', record: { name: 'Ann', email: 'ann@example.org' } });
  await replica.keeper.written;
  state.isFull = true;
  replica.change(BEN, CREATE);
  await replica.keeper.written;
  expect(replica.keeper.unkept.value).toBe('full');
  expect(replica.pending.value.map(({ id, place }) => [id, place !== undefined])).toEqual([
    ['ann', true],
    ['ben', true],
  ]);
  replica.change(BEN, { op: 'edit', record: { phone: '5' } });
  await replica.keeper.written;
  expect(replica.record(BEN)).toMatchObject({ name: 'Ben', phone: '5' });
});

test('what is sent from memory leaves the outbox of the storage that was full, too', async () => {
  const memory = new Memory();
  const { state, failing } = failingStore(memory);
  const replica = replicaOver(failing);
  replica.change(BEN, CREATE);
  await replica.keeper.written;
  state.isFull = true;
  replica.change(BEN, { op: 'edit', record: { phone: '5' } });
  await replica.keeper.written;
  await replica.commit({ settled: replica.pending.value });
  expect([replica.pending.value, [...memory.outbox.values()]]).toEqual([[], []]);
});

test('a commit that finds the storage full is made in memory', async () => {
  const { state, failing } = failingStore(new Memory());
  const replica = replicaOver(failing);
  replica.change(BEN, CREATE);
  await replica.keeper.written;
  state.isFull = true;
  await replica.commit({ cursor: { at: 'c', isWhole: true } });
  expect([replica.cursor.value?.isWhole, replica.keeper.unkept.value, replica.pending.value.length]).toEqual([
    true,
    'full',
    1,
  ]);
});

test('a storage that was taken away is written anew, with what was refused and what waits', async () => {
  const fresh = new Memory();
  const replica = replicaOver(failingStore(new Memory()).failing, async () => new MemoryStore(fresh));
  replica.change(BEN, CREATE);
  await replica.keeper.written;
  const [pending] = replica.pending.value;
  const refused = { code: 'invalid_fields', detail: 'No.', errors: [] };
  if (pending) await replica.commit({ revised: [{ ...pending, refused }], cursor: { at: 'c', isWhole: true } });
  replica.change({ type: 'contacts', id: 'cleo' }, { op: 'create', record: { name: 'Cleo', email: 'c@example.org' } });
  await replica.keeper.written;
  await replica.keeper.restore();
  expect([...fresh.outbox.values()].map(({ id, refused: why }) => [id, why?.code])).toEqual([
    ['ben', 'invalid_fields'],
    ['cleo', undefined],
  ]);
  expect(replica.cursor.value).toEqual({ at: 'c', isWhole: true });
});

test('all that fails while a storage is opened anew waits for it, and is written there once', async () => {
  const fresh = new Memory();
  const isOpen = Promise.withResolvers<void>();
  const reopen = vi.fn(async () => {
    await isOpen.promise;
    return new MemoryStore(fresh);
  });
  const gone = () => Promise.reject(new DOMException('The connection is closing.', 'InvalidStateError'));
  const replica = replicaOver({ read: gone, append: gone, commit: gone, close: () => undefined }, reopen);
  const restored = replica.keeper.restore();
  replica.change(BEN, CREATE);
  replica.change(BEN, { op: 'edit', record: { phone: '5' } });
  const kept = replica.commit({ cursor: { at: 'c', isWhole: true } });
  isOpen.resolve();
  await Promise.all([restored, replica.keeper.written, kept]);
  expect(reopen).toHaveBeenCalledTimes(1);
  expect([...fresh.outbox.values()].map(({ operation }) => operation.op)).toEqual(['create', 'edit']);
  expect(replica.pending.value.map(({ place }) => place)).toEqual([...fresh.outbox.keys()]);
  expect([fresh.cursor?.at, replica.keeper.unkept.value]).toEqual(['c', null]);
});

test('two tabs whose storage is opened anew in the same moment write what waits once', async () => {
  const [old, fresh] = [new Memory(), new Memory()];
  const tabs = [old, old].map((memory) =>
    replicaOver(failingStore(memory).failing, async () => new MemoryStore(fresh)),
  );
  tabs[0]?.change(BEN, CREATE);
  tabs[0]?.change(BEN, { op: 'edit', record: { phone: '5' } });
  await tabs[0]?.keeper.written;
  await tabs[1]?.keeper.catchUp();
  await Promise.all(tabs.map(({ keeper }) => keeper.restore()));
  expect([...fresh.outbox.values()].map(({ operation }) => operation.op)).toEqual(['create', 'edit']);
  await Promise.all(tabs.map(({ keeper }) => keeper.catchUp()));
  for (const { pending } of tabs) expect(pending.value).toEqual([...fresh.outbox.values()]);
});

test('a storage that the person had deleted is not made again: all goes on in memory', async () => {
  const reopen = vi.fn(async () => new MemoryStore());
  const replica = replicaOver(failingStore(new Memory()).failing, reopen);
  replica.change(BEN, CREATE);
  await replica.keeper.written;
  await replica.keeper.leave();
  replica.change(BEN, { op: 'edit', record: { phone: '5' } });
  await replica.keeper.written;
  await replica.commit({ cursor: { at: 'c', isWhole: true } });
  expect(reopen).not.toHaveBeenCalled();
  expect(replica.keeper.unkept.value).toBe('unavailable');
  expect([replica.record(BEN), replica.pending.value.length]).toMatchObject([{ name: 'Ben', phone: '5' }, 2]);
});

test('a change that is written into a storage in the moment that it goes away has its place in the next one', async () => {
  const fresh = new Memory();
  const memory = new Memory();
  memory.place = 7;
  const store = new MemoryStore(memory);
  const written = Promise.withResolvers<void>();
  const slow: LocalStore = {
    read: (since) => store.read(since),
    append: async (changes) => {
      const placed = await store.append(changes);
      await written.promise;
      return placed;
    },
    commit: (commit, since) => store.commit(commit, since),
    close: () => undefined,
  };
  const replica = replicaOver(slow, async () => new MemoryStore(fresh));
  replica.change(BEN, CREATE);
  await replica.keeper.restore();
  written.resolve();
  await replica.keeper.written;
  expect(replica.pending.value.map(({ place }) => place)).toEqual([...fresh.outbox.keys()]);
});
