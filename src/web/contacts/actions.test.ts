import { expect, test } from 'vitest';
import { contact } from '../../domain/contact.ts';
import { Deeds } from '../deeds/deeds.ts';
import { Drafts } from '../form/drafts.ts';
import { Outbox } from '../sync/outbox.ts';
import { oneTab, replicaInMemory } from '../sync/replica-in-memory.ts';
import { Toasts } from '../ui/toasts.ts';
import { Actions } from './actions.ts';

const IDS = ['a', 'b', 'c'].map((end) => `018f3b1e-0000-7000-8000-00000000000${end}`);
const [ANN = '', BEN = '', CLEO = ''] = IDS;

function newActions() {
  const replica = replicaInMemory([contact]);
  const never = () => new Promise<never>(() => {});
  const outbox = new Outbox({
    replica,
    server: { batch: never },
    tabs: oneTab,
    wait: never,
    now: () => 0,
    random: () => 0,
    onRefused: () => {},
  });
  const storage = { getItem: () => null, setItem: () => {}, removeItem: () => {} };
  const toasts = new Toasts();
  const shown: string[] = [];
  const show = (id: string) => void shown.push(id);
  const today = () => '2026-03-12';
  const deeds = new Deeds({ replica, outbox, toasts, today, onRefused: () => {}, onBack: ({ id }) => show(id) });
  const drafts = new Drafts(storage, contact.type);
  const actions = new Actions({ noun: contact, replica, deeds, drafts, toasts, open: () => {}, show });
  for (const id of IDS) actions.create({ name: `N-${id.at(-1)}`, email: 'n@example.org', company: 'Globex' }, id);
  for (const toast of toasts.all.value) toasts.dismiss(toast);
  return { actions, deeds, replica, toasts, shown };
}

test('deletions one after the other are one message, and one Undo brings all of them back', () => {
  const { actions, replica, toasts, shown } = newActions();
  for (const id of IDS) actions.remove(id);
  expect(toasts.all.value.map(({ text }) => text)).toEqual(['Deleted 3 contacts']);
  expect(replica.collection('contacts').size.value).toBe(0);
  toasts.all.value[0]?.action?.run();
  expect(replica.collection('contacts').size.value).toBe(3);
  expect([toasts.spoken.value.at(-1)?.text, shown]).toEqual(['3 contacts are back', [CLEO]]);
});

test('a deletion whose message is gone is no part of the next', () => {
  const { actions, replica, toasts } = newActions();
  actions.remove(ANN);
  for (const toast of toasts.all.value) toasts.dismiss(toast);
  actions.remove(BEN);
  expect(toasts.all.value.map(({ text }) => text)).toEqual(['Deleted N-b']);
  toasts.all.value[0]?.action?.run();
  expect(replica.collection('contacts').get(ANN)).toBeUndefined();
});

test('an emptied cell comes back with Undo', () => {
  const { actions, replica, toasts } = newActions();
  actions.clear(ANN, 'company');
  expect(replica.collection('contacts').get(ANN)?.company).toBeNull();
  toasts.all.value[0]?.action?.run();
  expect(replica.collection('contacts').get(ANN)?.company).toBe('Globex');
});

test('a required value is not emptied, and a message says why; an empty one is left alone', () => {
  const { actions, replica, toasts } = newActions();
  actions.clear(ANN, 'email');
  expect(replica.collection('contacts').get(ANN)?.email).toBe('n@example.org');
  expect(toasts.all.value.map(({ text }) => text)).toEqual(['E-mail is required: it cannot be empty']);
  actions.clear(ANN, 'phone');
  expect(toasts.all.value).toHaveLength(1);
});

test('many are edited as one deed with one message, and one Undo brings back what each had', () => {
  const { actions, replica, toasts } = newActions();
  const collection = replica.collection('contacts');
  actions.edit(ANN, { status: 'offer' });
  actions.editAll(IDS, ({ name }) => ({ status: `met ${name}` }));
  expect(toasts.all.value.map(({ text }) => text)).toEqual(['Changed Status of 3 contacts']);
  expect(collection.get(CLEO)?.status).toBe('met N-c');
  toasts.all.value[0]?.action?.run();
  expect(IDS.map((id) => collection.get(id)?.status)).toEqual(['offer', null, null]);
});

test('all that was done is undone by key, one deed after the other, and made again', () => {
  const { actions, deeds, replica, toasts } = newActions();
  const collection = replica.collection('contacts');
  actions.edit(ANN, { company: 'Hooli' });
  actions.removeAll([ANN, BEN]);
  deeds.undo();
  expect(collection.size.value).toBe(3);
  deeds.undo();
  expect(collection.get(ANN)?.company).toBe('Globex');
  expect(toasts.all.value.map(({ text }) => text)).toEqual(['Undone: Saved N-a']);
  deeds.redo();
  deeds.redo();
  expect([collection.size.value, collection.get(CLEO)?.company]).toEqual([1, 'Globex']);
});

test('an edit that changes nothing is no deed and says nothing; with no deed left there is nothing to undo', () => {
  const { actions, deeds, toasts } = newActions();
  actions.edit(ANN, { company: 'Globex' });
  expect(toasts.all.value).toEqual([]);
  for (const _ of IDS) deeds.undo();
  deeds.undo();
  expect(toasts.all.value.map(({ text }) => text)).toEqual(['Nothing to undo']);
});

test('the undoing of a deed is a change that is sent like any other', () => {
  const { actions, deeds, replica } = newActions();
  const before = replica.pending.value.length;
  actions.edit(ANN, { company: 'Hooli' });
  deeds.undo();
  expect(replica.pending.value.slice(before).map(({ operation }) => operation.record)).toEqual([
    { company: 'Hooli' },
    { company: 'Globex' },
  ]);
});
