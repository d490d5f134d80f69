import { describe, expect, test } from 'vitest';
import { contact } from '../../domain/contact.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { confirm, NOW, replicaInMemory } from './replica-in-memory.ts';
import { landed, nextBatch, settle } from './sending.ts';

const ANN = { type: 'contacts', id: 'ann' };

function ann(fields: Readonly<Record<string, unknown>>): AnyRecord {
  const kept = { created_at: NOW, updated_at: NOW, version: 1, deleted_at: null };
  return { contact_id: 'ann', name: 'Ann', email: 'ann@example.org', phone: null, company: null, ...kept, ...fields };
}

async function replicaWith(record: AnyRecord) {
  const replica = replicaInMemory([contact]);
  await confirm(replica, 'contacts', record);
  return replica;
}

async function edit(replica: Awaited<ReturnType<typeof replicaWith>>, record: Record<string, unknown>): Promise<void> {
  replica.change(ANN, { op: 'edit', record });
  await replica.keeper.written;
}

describe('what is sent', () => {
  test('is what was touched, against the version that the server has, with an id of its own', async () => {
    const replica = await replicaWith(ann({ version: 7 }));
    await edit(replica, { phone: '1' });
    const [{ operation } = {}] = nextBatch(replica).sendings;
    expect(operation).toEqual({ op: 'edit', record: { phone: '1' }, version: 7, change_id: 'change-1' });
  });

  test('is one operation for all edits of a record; a removal of it waits for the next batch', async () => {
    const replica = await replicaWith(ann({}));
    await edit(replica, { phone: '1' });
    await edit(replica, { phone: '2', company: 'Globex' });
    replica.change(ANN, { op: 'remove' });
    expect(nextBatch(replica).sendings).toMatchObject([
      { operation: { op: 'edit', record: { phone: '2', company: 'Globex' }, change_id: 'change-2' } },
    ]);
  });
});

describe('what another device wrote meanwhile', () => {
  test('in another field makes no conflict', async () => {
    const replica = await replicaWith(ann({}));
    await edit(replica, { phone: '1' });
    await confirm(replica, 'contacts', ann({ version: 2, company: 'Hooli' }));
    expect(nextBatch(replica)).toMatchObject({ conflicts: [], sendings: [{ operation: { version: 2 } }] });
  });

  test('in the same field is kept before it is written over, and told of once', async () => {
    const replica = await replicaWith(ann({}));
    await edit(replica, { phone: '1' });
    await confirm(replica, 'contacts', ann({ version: 2, phone: '9' }));
    const { conflicts, revised } = nextBatch(replica);
    expect(conflicts).toMatchObject([{ ...ANN, field: 'phone', theirs: '9' }]);
    await replica.commit({ conflicts, revised });
    expect(replica.conflicts.value).toEqual(conflicts);
    expect(nextBatch(replica).conflicts).toEqual([]);
  });

  test('in the same field, and the same value, makes no conflict', async () => {
    const replica = await replicaWith(ann({}));
    await edit(replica, { phone: '1' });
    await confirm(replica, 'contacts', ann({ version: 2, phone: '1' }));
    expect(nextBatch(replica).conflicts).toEqual([]);
  });

  test('in a contact that is deleted here is kept', async () => {
    const replica = await replicaWith(ann({}));
    replica.change(ANN, { op: 'remove' });
    await confirm(replica, 'contacts', ann({ version: 2, phone: '9' }));
    expect(nextBatch(replica).conflicts).toMatchObject([{ field: 'phone', theirs: '9' }]);
  });
});

test('a stale version that is news is tried again at once; one that is none is waited out', async () => {
  const replica = await replicaWith(ann({}));
  await edit(replica, { phone: '1' });
  const batch = nextBatch(replica);
  const stale = (record: AnyRecord) => ({
    problem: { code: 'stale_version', detail: 'Changed since.', errors: [], record },
  });
  expect(settle(replica, batch, [stale(ann({ version: 2 }))])).toMatchObject({ failure: null, refused: [] });
  expect(settle(replica, batch, [stale(ann({}))]).failure?.message).toBe('Changed since.');
});

test('changes whose answers were lost are known by what was read, and those before them', async () => {
  const replica = await replicaWith(ann({}));
  await edit(replica, { phone: '1' });
  await edit(replica, { phone: '2' });
  await edit(replica, { phone: '3' });
  const records = [{ ...ANN, record: ann({ version: 2, recent_changes: ['change-2'] }) }];
  expect(landed(replica.pending.value, records).map(({ change_id }) => change_id)).toEqual(['change-1', 'change-2']);
});
