import { expect, test } from 'vitest';
import { madeRecord, numberedId } from '../../../../test/made-record.ts';
import { application } from '../../../domain/application.ts';
import { contact } from '../../../domain/contact.ts';
import { NOUNS } from '../../../domain/nouns.ts';
import { settings } from '../../../domain/settings.ts';
import { task } from '../../../domain/task.ts';
import { replicaInMemory } from '../../sync/replica-in-memory.ts';
import { mergeIn, previewOf } from './preview.ts';

const [ANN, ANNA] = [numberedId(1), numberedId(2)];

test('a preview says what the one that stays gets, and what of the others becomes its own', () => {
  const ann = madeRecord(contact, 1, { name: 'Ann', email: 'a@x.example', status: 'offer', notes: 'Kind.' });
  const anna = madeRecord(contact, 2, { name: 'Anna', email: 'a@x.example', kind: 'referral', notes: 'Tall.' });
  const replica = replicaInMemory(NOUNS);
  const show = (type: string, ...records: Parameters<ReturnType<typeof replica.collection>['show']>[0]) =>
    replica.collection(type).show(records);
  show(contact.type, ann, anna);
  show(task.type, madeRecord(task, 3, { title: 'Call', contact_id: ANNA }), madeRecord(task, 4, { title: 'Rest' }));
  show(application.type, madeRecord(application, 5, { position: 'Dev', contact_ids: [{ contact_id: ANNA }] }));
  show(settings.type, madeRecord(settings, 6, { apart_contacts: [{ one: ANNA, other: numberedId(7) }] }));
  const merge = mergeIn(replica, contact, ann, [anna]);
  if ('problem' in merge) throw new Error(merge.problem.detail);
  expect(merge.operations.map(({ type, operation }) => [operation.op, type])).toContainEqual(['edit', settings.type]);
  expect(merge.operations.at(-1)).toMatchObject({ id: ANNA, operation: { op: 'remove' } });
  expect(previewOf(contact, { ...ann, contact_id: ANN }, merge.operations)).toEqual({
    changes: [
      { label: 'Kind', before: '', after: 'Referral' },
      { label: 'Added to the notes', before: '', after: 'Tall.\n\nAlso: Name Anna' },
    ],
    moves: [
      [application.type, 1],
      [task.type, 1],
    ],
  });
});
