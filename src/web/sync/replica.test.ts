import { describe, expect, test } from 'vitest';
import { contact } from '../../domain/contact.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { words } from '../../domain/search.ts';
import type { Replica } from './replica.ts';
import { confirm, NOW, replicaInMemory } from './replica-in-memory.ts';
import { nextBatch, settle } from './sending.ts';
import { person } from './stand-ins.ts';
import type { Answer } from './wire.ts';

const ALICE = { type: 'contacts', id: 'alice' };
const byName = { field: 'name', descending: false };

async function replicaOf(...records: readonly AnyRecord[]): Promise<Replica> {
  const replica = replicaInMemory([contact]);
  await confirm(replica, 'contacts', ...records);
  return replica;
}

/** Has the server answer what is next. */
async function answer(replica: Replica, ...answers: readonly Answer[]): Promise<void> {
  await replica.keeper.written;
  await replica.commit(settle(replica, nextBatch(replica), answers).commit);
}

const NO: Answer = { problem: { code: 'invalid_fields', detail: 'No.', errors: [] } };

function alice(fields: Record<string, unknown> = {}): AnyRecord {
  return person('alice', { name: 'Alice Ng', email: 'alice@example.org', ...fields });
}

function names(replica: Replica, query = ''): unknown[] {
  const { list } = replica.collection('contacts');
  return list
    .call(replica.collection('contacts'), { filter: { words: words(query) }, sort: byName })
    .map((r) => r.name);
}

describe('a change', () => {
  test('is seen at once and waits to be sent', async () => {
    const replica = await replicaOf(alice());
    replica.change(ALICE, { op: 'edit', record: { company: 'Globex' } });
    expect(replica.record(ALICE)?.company).toBe('Globex');
    expect(names(replica, 'globex')).toEqual(['Alice Ng']);
    expect(replica.pending.value).toMatchObject([{ ...ALICE, operation: { op: 'edit' }, at: NOW }]);
  });

  test('that changes nothing is not sent', async () => {
    const replica = await replicaOf(alice());
    replica.change(ALICE, { op: 'edit', record: { name: 'Alice Ng' } });
    expect(replica.pending.value).toEqual([]);
  });

  test('that breaks a rule is refused on the spot', async () => {
    const replica = await replicaOf(alice());
    const outcome = replica.change(ALICE, { op: 'edit', record: { email: 'nope' } });
    expect(outcome).toMatchObject({ problem: { code: 'invalid_fields', errors: [{ field: 'email' }] } });
    expect(replica.record(ALICE)?.email).toBe('alice@example.org');
  });

  test('stays on top of what others change meanwhile', async () => {
    const replica = await replicaOf(alice());
    replica.change(ALICE, { op: 'edit', record: { company: 'Globex' } });
    await confirm(replica, 'contacts', alice({ version: 2, company: 'Hooli', phone: '555' }));
    expect(replica.record(ALICE)).toMatchObject({ company: 'Globex', phone: '555' });
  });

  test('gives way to the answer of the server', async () => {
    const replica = await replicaOf(alice());
    replica.change(ALICE, { op: 'edit', record: { company: 'Globex' } });
    await answer(replica, { record: alice({ version: 2, company: 'Globex', source: 'server' }) });
    expect(replica.pending.value).toEqual([]);
    expect(replica.record(ALICE)).toMatchObject({ source: 'server', version: 2 });
  });

  test('that is refused is taken back and waits for the person, with the edits that went with it', async () => {
    const replica = await replicaOf(alice());
    replica.change(ALICE, { op: 'edit', record: { company: 'Globex' } });
    replica.change(ALICE, { op: 'edit', record: { phone: '555' } });
    await answer(replica, NO);
    expect(replica.record(ALICE)).toMatchObject({ company: null, phone: null });
    expect(replica.refused.value.map(({ operation }) => operation.record)).toEqual([
      { company: 'Globex' },
      { phone: '555' },
    ]);
  });
});

test('a record that was refused when created is gone', async () => {
  const replica = await replicaOf();
  replica.change(ALICE, { op: 'create', record: { name: 'Alice Ng', email: 'alice@example.org' } });
  expect(names(replica)).toEqual(['Alice Ng']);
  await answer(replica, NO);
  expect(names(replica)).toEqual([]);
});

test('a deleted record leaves the list and comes back when restored', async () => {
  const replica = await replicaOf(alice());
  replica.change(ALICE, { op: 'remove' });
  expect(names(replica)).toEqual([]);
  expect(replica.record(ALICE)?.deleted_at).toBe(NOW);
  replica.change(ALICE, { op: 'restore' });
  expect(names(replica)).toEqual(['Alice Ng']);
});

test('an older version that comes late changes nothing', async () => {
  const replica = await replicaOf(alice({ version: 3, company: 'New' }));
  await confirm(replica, 'contacts', alice({ version: 2, company: 'Old' }));
  expect(replica.record(ALICE)?.company).toBe('New');
});

test('starting anew forgets what does not come again, and keeps pending changes', async () => {
  const bob = { type: 'contacts', id: 'bob' };
  const replica = await replicaOf(alice({ version: 9 }), alice({ contact_id: 'gone', name: 'Gone' }));
  replica.change(bob, { op: 'create', record: { name: 'Bob', email: 'bob@example.org' } });
  const record = alice({ name: 'Alice Restored' });
  await replica.commit({ isAnew: true, records: [{ ...ALICE, record }] });
  expect(names(replica)).toEqual(['Alice Restored', 'Bob']);
});

test('ten thousand at once are all listed, in order', async () => {
  const many = Array.from({ length: 10_000 }, (_, n) => alice({ contact_id: `c${n}`, name: `Name ${9_999 - n}` }));
  const replica = await replicaOf(...many);
  const list = names(replica);
  expect([list.length, list[0], list.at(-1)]).toEqual([10_000, 'Name 0', 'Name 9999']);
});
