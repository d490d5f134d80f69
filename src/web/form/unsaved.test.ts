import { expect, test } from 'vitest';
import { contact } from '../../domain/contact.ts';
import type { Route } from '../route.ts';
import { replicaInMemory } from '../sync/replica-in-memory.ts';
import { Toasts } from '../ui/toasts.ts';
import { Drafts, NEW } from './drafts.ts';
import { storageInMemory } from './storage-in-memory.ts';
import { Unsaved } from './unsaved.ts';

const ZOE = '018f3b1e-0000-7000-8000-000000000001';

function openStage() {
  const replica = replicaInMemory([contact]);
  replica.change({ type: 'contacts', id: ZOE }, { op: 'create', record: { name: 'Zoë', email: 'zoe@example.org' } });
  const opened: Route['open'][] = [];
  const parts = {
    noun: contact,
    replica,
    drafts: new Drafts(storageInMemory(), 'contacts'),
    toasts: new Toasts(),
    open: (place: Route['open']) => void opened.push(place),
  };
  const press = () => parts.toasts.all.value.at(-1)?.action?.run();
  return { ...parts, opened, press, unsaved: new Unsaved(parts) };
}

test('a form that closes with something unsaved says so, and leads back to it', () => {
  const { unsaved, drafts, toasts, opened, press } = openStage();
  unsaved.leave(ZOE);
  expect(toasts.all.value).toEqual([]);
  drafts.keep(ZOE, { texts: { phone: '5' }, over: { phone: '' } });
  unsaved.leave(ZOE);
  expect(toasts.all.value).toMatchObject([{ text: 'Not saved yet: kept with Zoë' }]);
  press();
  expect(opened).toEqual([{ id: ZOE }]);
});

test('what is kept with a record of another noun says with which, whatever it is called itself', () => {
  const { drafts, toasts, ...parts } = openStage();
  const unsaved = new Unsaved({ ...parts, drafts, toasts, keeperOf: (key) => (key === ZOE ? 'Zoë' : '') });
  drafts.keep(ZOE, { texts: { name: 'A call' }, over: {} });
  unsaved.leave(ZOE);
  drafts.keep(NEW, { texts: { name: 'A note' }, over: {} });
  unsaved.leave(NEW);
  expect(toasts.all.value.map(({ text }) => text)).toEqual([
    'Not saved yet: kept with Zoë',
    'Not saved yet: kept with A note',
  ]);
});

test('what was refused, or typed of a contact that is deleted now, has been told of already', () => {
  const { unsaved, drafts, toasts, replica } = openStage();
  drafts.keep(ZOE, { texts: { phone: '5' }, over: {}, refused: { detail: 'No.', errors: [] } });
  unsaved.leave(ZOE);
  drafts.keep(ZOE, { texts: { phone: '5' }, over: {} });
  replica.change({ type: 'contacts', id: ZOE }, { op: 'remove' });
  unsaved.leave(ZOE);
  expect(toasts.all.value).toEqual([]);
});

test('a draft that was discarded by mistake comes back, and what was typed since stays', () => {
  const { unsaved, drafts, opened, press } = openStage();
  drafts.keep(NEW, { texts: { name: 'Ann', phone: '5' }, over: {} });
  unsaved.discard(NEW);
  expect(drafts.get(NEW)).toBeUndefined();
  drafts.keep(NEW, { texts: { phone: '6' }, over: {} });
  press();
  expect([drafts.get(NEW)?.texts, opened]).toEqual([{ name: 'Ann', phone: '6' }, [NEW]]);
});

test('a new contact of a name opens with that name, and an older draft keeps a place of its own', () => {
  const { unsaved, drafts, toasts, opened, press } = openStage();
  drafts.keep(NEW, { texts: { name: 'First Draft', phone: '5' }, over: {} });
  unsaved.startNew('Second Person');
  expect([drafts.get(NEW)?.texts, opened]).toEqual([{ name: 'Second Person' }, [NEW]]);
  expect(toasts.all.value).toMatchObject([{ text: 'Not saved yet: kept with First Draft', stays: true }]);
  press();
  const place = opened.at(-1);
  const key = typeof place === 'object' && place ? place.id : '';
  expect(drafts.get(key)?.texts).toEqual({ name: 'First Draft', phone: '5' });
});

test('a draft of the same name is gone on with', () => {
  const { unsaved, drafts, toasts } = openStage();
  drafts.keep(NEW, { texts: { name: 'Ann', phone: '5' }, over: {} });
  unsaved.startNew('Ann');
  expect([drafts.get(NEW)?.texts, toasts.all.value]).toEqual([{ name: 'Ann', phone: '5' }, []]);
});
