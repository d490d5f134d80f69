import { expect, test } from 'vitest';
import { contact } from '../../domain/contact.ts';
import { interaction } from '../../domain/interaction.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { replicaInMemory } from '../sync/replica-in-memory.ts';
import { Toasts } from '../ui/toasts.ts';
import { Deeds } from './deeds.ts';
import { creation } from './edits.ts';
import { editInteraction, logInteraction } from './log.ts';

const ANN = { type: contact.type, id: '01910000-0000-7000-8000-000000000001' };
const CALL = { contact_id: ANN.id, kind: 'call', channel: 'phone', direction: 'out', occurred_at: '2026-03-01' };

/** A person who logged a call with Ann. */
function afterCall(call: Partial<typeof CALL> = {}) {
  const replica = replicaInMemory([contact, interaction]);
  const parts = { outbox: { send: async () => {} }, toasts: new Toasts(), today: () => '2026-03-12' };
  const deeds = new Deeds({ replica, ...parts, onRefused: () => {}, onBack: () => {} });
  const ann = { name: 'Ann', email: 'ann@example.org', status: 'ghosted' };
  deeds.make([creation(contact.type, ann, ANN.id)]);
  const doing = { replica, deeds };
  logInteraction(doing, { ...CALL, ...call });
  const logged = (): AnyRecord => {
    const [only] = replica.collection(interaction.type).all();
    if (!only) throw new Error('There is no call.');
    return only;
  };
  return { doing, deeds, logged, ann: () => replica.record(ANN) };
}

test('a conversation that is edited to a later day moves when its contact was heard of last, at once', () => {
  const { doing, logged, ann } = afterCall();
  expect(ann()).toMatchObject({ last_contacted: '2026-03-01', status: 'ghosted' });
  editInteraction(doing, 'Saved', logged(), { occurred_at: '2026-03-10' });
  expect(ann()).toMatchObject({ last_contacted: '2026-03-10', status: 'ghosted' });
});

test('an earlier day moves nothing back', () => {
  const { doing, logged, ann } = afterCall();
  editInteraction(doing, 'Saved', logged(), { occurred_at: '2026-02-10' });
  expect(logged()).toMatchObject({ occurred_at: '2026-02-10' });
  expect(ann()).toMatchObject({ last_contacted: '2026-03-01' });
});

test('one Undo takes back the edit and what it meant', () => {
  const { doing, deeds, logged, ann } = afterCall();
  const deed = editInteraction(doing, 'Saved', logged(), { occurred_at: '2026-03-10', direction: 'in' });
  expect(ann()).toMatchObject({ last_contacted: '2026-03-10', status: 'in conversation' });
  if (deed) deeds.undo(deed);
  expect(logged()).toMatchObject({ occurred_at: '2026-03-01', direction: 'out' });
  expect(ann()).toMatchObject({ last_contacted: '2026-03-01', status: 'ghosted' });
});

test('a note that is edited moves nothing', () => {
  const { doing, logged, ann } = afterCall({ kind: 'note' });
  editInteraction(doing, 'Saved', logged(), { occurred_at: '2026-03-10' });
  expect(ann()).toMatchObject({ last_contacted: null });
});
