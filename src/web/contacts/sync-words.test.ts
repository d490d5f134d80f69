import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { contact } from '../../domain/contact.ts';
import type { AccountPlace } from '../home.ts';
import { PLAIN_LIST } from '../route.ts';
import type { Pending } from '../sync/change.ts';
import type { LocalStore } from '../sync/local-store.ts';
import { MemoryStore } from '../sync/memory-store.ts';
import { Outbox } from '../sync/outbox.ts';
import { Reader } from '../sync/reader.ts';
import { Replica } from '../sync/replica.ts';
import { NOW, oneTab } from '../sync/replica-in-memory.ts';
import { NotNow, type Server, Unreachable } from '../sync/server.ts';
import { ContactList } from './contact-list.ts';
import { syncState, syncWords } from './sync-words.ts';

const never = () => new Promise<never>(() => undefined);
const noAnswer = () => Promise.reject(new Unreachable('There is no answer.'));

/** A store as a browser has one. */
function keptStore(): LocalStore {
  const store = new MemoryStore();
  return {
    read: (since) => store.read(since),
    append: (changes) => store.append(changes),
    commit: (commit, since) => store.commit(commit, since),
    close: () => undefined,
  };
}

/** The app's state, with a server that answers so; `words` gives the state and what is said of it. */
function appWith({
  batch = never,
  changes = never,
  store = keptStore(),
}: Partial<Server> & { store?: LocalStore } = {}) {
  let ids = 0;
  const replica = new Replica({ nouns: [contact], store, now: () => NOW, newId: () => `change-${++ids}` });
  const server = { batch, changes };
  const outbox = new Outbox({
    ...{ replica, server, tabs: oneTab, wait: never, random: () => 0.5, now: () => 0, onRefused: () => undefined },
  });
  const isShut = signal(false);
  const account: AccountPlace = {
    ...{ Page: () => null, isGuest: signal(false), isShut, isLeaving: () => false },
    ...{ signInAgain: () => undefined, moveIn: () => undefined },
  };
  const app = {
    ...{ replica, outbox, reader: new Reader({ replica, server, tabs: oneTab, now: () => '' }) },
    contacts: new ContactList(replica.collection(contact.type), signal(PLAIN_LIST), signal('2026-03-01')),
    home: { request: fetch, docs: '/docs', replica: 'touchbase', account },
  };
  const words = (): [string, string] => {
    const state = syncState(app);
    return [state, syncWords(state, app)];
  };
  return { ...app, isShut, words };
}

function add(replica: Replica, id: string): void {
  replica.change({ type: 'contacts', id }, { op: 'create', record: { name: id, email: `${id}@example.org` } });
}

const isRead = (replica: Replica) => replica.commit({ cursor: { at: 'c', isWhole: true } });

function refused({ place: _, ...change }: Pending): Pending {
  return { ...change, place: 1, refused: { code: 'deleted', detail: 'No.', errors: [] } };
}

test('before anything was read nothing is said: the list says itself that it is loading', () => {
  expect(appWith().words()).toEqual(['loading', '']);
});

test('“Saved” is said only where all was read once and nothing waits', async () => {
  const { replica, words } = appWith();
  await isRead(replica);
  expect(words()).toEqual(['saved', 'Saved']);
  add(replica, 'ann');
  expect(words()).toEqual(['saving', 'Saved here, syncing…']);
});

test('what the browser does not keep is never called saved before the server has it', async () => {
  const { replica, words, outbox } = appWith({ store: new MemoryStore(), batch: noAnswer });
  await isRead(replica);
  add(replica, 'ann');
  expect(words()).toEqual(['saving', 'Saving…']);
  void outbox.send();
  await expect.poll(words).toEqual(['waiting', 'Not saved yet: can’t reach Touchbase, 1 change waiting']);
});

test('where there is no answer it counts what waits, which is saved here', async () => {
  const { replica, words, outbox } = appWith({ batch: noAnswer });
  for (const id of ['ann', 'ben']) add(replica, id);
  void outbox.send();
  await expect.poll(words).toEqual(['waiting', 'Saved here · offline, 2 changes waiting']);
});

test('a server that takes nothing for a while is quoted, and is not called away', async () => {
  const { replica, words, outbox } = appWith({ batch: () => Promise.reject(new NotNow('Come back at midnight.', 5)) });
  add(replica, 'ann');
  void outbox.send();
  await expect.poll(words).toEqual(['waiting', 'Saved here, 1 change waiting. Come back at midnight.']);
});

test('a list that cannot be brought up to date says so, and only where there is a list', async () => {
  const { replica, reader, words } = appWith({ changes: noAnswer });
  await reader.read();
  expect(words()).toEqual(['loading', '']);
  await isRead(replica);
  expect(words()).toEqual(['cut off', 'Offline: this may not be the newest']);
});

test('what needs the person comes before what waits: refusals and conflicts are counted together', async () => {
  const { replica, outbox, words } = appWith({ batch: noAnswer });
  add(replica, 'ann');
  await replica.keeper.written;
  await replica.commit({ revised: replica.pending.value.map(refused) });
  expect(words()).toEqual(['attention', '1 change needs attention']);
  const conflict = { type: 'contacts', id: 'ann', field: 'phone', theirs: '5', change_id: 'c', at: NOW };
  await replica.commit({ conflicts: [conflict] });
  add(replica, 'ben');
  void outbox.send();
  await expect.poll(() => outbox.state.value).toBe('waiting');
  expect(words()).toEqual(['attention', '2 changes need attention']);
});

test('that nobody is signed in comes before all else, with what waits and whether it is kept', async () => {
  const kept = appWith();
  kept.isShut.value = true;
  expect(kept.words()).toEqual(['shut', 'You are signed out']);
  add(kept.replica, 'ann');
  expect(kept.words()).toEqual(['shut', 'Saved here · you are signed out, 1 change waiting']);
  const unkept = appWith({ store: new MemoryStore() });
  unkept.isShut.value = true;
  add(unkept.replica, 'ann');
  expect(unkept.words()).toEqual(['shut', 'Not saved yet · you are signed out, 1 change waiting']);
});
