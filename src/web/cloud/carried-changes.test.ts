import { expect, test, vi } from 'vitest';
import { contact } from '../../domain/contact.ts';
import { Outbox } from '../sync/outbox.ts';
import { Reader } from '../sync/reader.ts';
import { NOW, oneTab, replicaInMemory } from '../sync/replica-in-memory.ts';
import { carry, takeUp } from './carried-changes.ts';
import { Kept } from './kept.ts';
import { storage } from './stand-ins.ts';

const ann = { type: 'contacts', id: 'a' };

function page() {
  const replica = replicaInMemory([contact]);
  const batch = vi.fn(() => new Promise<never>(() => undefined));
  const random = Math.random;
  const outbox = new Outbox({
    replica,
    server: { batch },
    tabs: oneTab,
    wait: async () => undefined,
    random,
    now: () => 0,
    onRefused: vi.fn(),
  });
  const server = { changes: async () => ({ changes: [], cursor: 'c', more: false }) };
  const reader = new Reader({ replica, server, tabs: oneTab, now: () => NOW });
  return { replica, outbox, reader, batch };
}

/** What a page left that was of a replica; it was kept there, or in memory only. */
function left(of: string, isGuest: boolean) {
  const kept = new Kept(storage(), storage());
  const { replica } = page();
  replica.change(ann, { op: 'create', record: { name: 'Ann', email: 'ann@example.org' } });
  replica.change(ann, { op: 'edit', record: { phone: '5' } });
  carry(kept, isGuest, { replica, home: { replica: of } });
  return kept;
}

const home = (replica: string) => ({ home: { replica } });

test('changes that waited when the page was left for the login are made again, once what stands was read', async () => {
  const kept = left('person', false);
  const { replica, outbox, reader, batch } = page();
  void takeUp(kept, { replica, outbox, reader, ...home('person') });
  await Promise.resolve();
  expect(replica.record(ann)).toBeUndefined();
  await reader.read();
  await vi.waitFor(() => expect(batch).toHaveBeenCalledOnce());
  expect(replica.record(ann)).toMatchObject({ name: 'Ann', phone: '5' });
  expect(kept.carried).toBeNull();
});

test('changes of somebody else wait on for them; a guest’s come along with whoever signs in', async () => {
  const others = left('person', false);
  const mine = page();
  await mine.reader.read();
  await takeUp(others, { ...mine, ...home('other') });
  expect(mine.replica.record(ann)).toBeUndefined();
  expect(others.carried).not.toBeNull();
  const guests = page();
  await guests.reader.read();
  void takeUp(left('guest', true), { ...guests, ...home('other') });
  await vi.waitFor(() => expect(guests.replica.record(ann)).toMatchObject({ name: 'Ann' }));
});

test('what waits in the outbox of the same replica is not made twice', async () => {
  const kept = left('guest', true);
  kept.carried = kept.carried?.replace('"keptIn":null', '"keptIn":"guest"') ?? null;
  const { replica, outbox, reader } = page();
  await reader.read();
  await takeUp(kept, { replica, outbox, reader, ...home('guest') });
  expect(replica.pending.value).toEqual([]);
  expect(kept.carried).toBeNull();
});
