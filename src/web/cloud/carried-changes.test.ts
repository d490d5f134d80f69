import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { contact } from '../../domain/contact.ts';
import { Outbox } from '../sync/outbox.ts';
import { Reader } from '../sync/reader.ts';
import { oneTab, replicaInMemory } from '../sync/replica-in-memory.ts';
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
  const reader = new Reader({ replica, server, tabs: oneTab });
  return { replica, outbox, reader, batch };
}

function left(owner: string | null) {
  const kept = new Kept(storage(), storage());
  const { replica } = page();
  replica.change(ann, { op: 'create', record: { name: 'Ann', email: 'ann@example.org' } });
  replica.change(ann, { op: 'edit', record: { phone: '5' } });
  carry(kept, owner, { replica });
  return kept;
}

test('changes that waited when the page was left for the login are made again, once what stands was read', async () => {
  const kept = left('person');
  const { replica, outbox, reader, batch } = page();
  void takeUp(kept, () => 'person', { replica, outbox, reader });
  await Promise.resolve();
  expect(replica.record(ann)).toBeUndefined();
  await reader.read();
  await vi.waitFor(() => expect(batch).toHaveBeenCalledOnce());
  expect(replica.record(ann)).toMatchObject({ name: 'Ann', phone: '5' });
  expect(kept.carried).toBeNull();
});

test('changes of somebody else wait on for them; a guest’s come along with whoever signs in', async () => {
  const isReady = signal(true);
  const others = left('person');
  const mine = page();
  await takeUp(others, () => 'other', { ...mine, reader: Object.assign(mine.reader, { isReady }) });
  expect(mine.replica.record(ann)).toBeUndefined();
  expect(others.carried).not.toBeNull();
  const guests = page();
  void takeUp(left(null), () => 'other', { ...guests, reader: Object.assign(guests.reader, { isReady }) });
  await vi.waitFor(() => expect(guests.replica.record(ann)).toMatchObject({ name: 'Ann' }));
});
