import { expect, test } from 'vitest';
import { contact } from '../../domain/contact.ts';
import { Outbox } from '../sync/outbox.ts';
import { oneTab, replicaInMemory } from '../sync/replica-in-memory.ts';
import { Toasts } from '../ui/toasts.ts';
import { Actions } from './actions.ts';
import { Drafts } from './panel/drafts.ts';

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
  const actions = new Actions({
    noun: contact,
    replica,
    outbox,
    drafts: new Drafts(storage, contact.type),
    toasts,
    open: () => {},
    show: (id) => void shown.push(id),
  });
  for (const id of IDS) actions.create({ name: `N-${id.at(-1)}`, email: 'n@example.org', company: 'Globex' }, id);
  for (const toast of toasts.all.value) toasts.dismiss(toast);
  return { actions, replica, toasts, shown };
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
