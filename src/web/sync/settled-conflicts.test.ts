import { expect, test } from 'vitest';
import { contact } from '../../domain/contact.ts';
import { confirm, NOW, replicaInMemory } from './replica-in-memory.ts';
import { settledConflicts } from './settled-conflicts.ts';

const ANN = { type: 'contacts', id: 'ann' };

test('a conflict ends when what the other device wrote stands, but not while its contact is deleted', async () => {
  const replica = replicaInMemory([contact]);
  const kept = { created_at: NOW, updated_at: NOW, version: 1, deleted_at: null };
  await confirm(replica, 'contacts', { contact_id: 'ann', name: 'Ann', email: 'a@b.ch', phone: '9', ...kept });
  const conflicts = ['9', '5'].map((theirs) => ({ ...ANN, field: 'phone', theirs, change_id: `c-${theirs}`, at: NOW }));
  await replica.commit({ conflicts });
  expect(settledConflicts(replica).map(({ theirs }) => theirs)).toEqual(['9']);
  replica.change(ANN, { op: 'remove' });
  expect(settledConflicts(replica)).toEqual([]);
});
