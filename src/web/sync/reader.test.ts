import { expect, test } from 'vitest';
import { contact } from '../../domain/contact.ts';
import { Reader } from './reader.ts';
import type { Replica } from './replica.ts';
import { NOW, oneTab, replicaInMemory } from './replica-in-memory.ts';
import { type ChangesPage, CursorExpired, type Server, Unreachable } from './server.ts';
import { person } from './stand-ins.ts';

type Script = ChangesPage | Error;

function readerOf(...scripts: Script[]) {
  const replica = replicaInMemory([contact]);
  const asked: (string | null)[] = [];
  const changes: Server['changes'] = async (since) => {
    asked.push(since);
    const script = scripts.shift() ?? page([], 'end');
    if (script instanceof Error) throw script;
    return script;
  };
  const clock = { at: NOW };
  const reader = new Reader({ replica, server: { changes }, tabs: oneTab, now: () => clock.at });
  return { replica, asked, clock, reader };
}

function page(ids: readonly string[], cursor: string, more = false): ChangesPage {
  return { changes: ids.map((id) => ({ type: 'contacts', record: person(id) })), cursor, more };
}

const names = (replica: Replica) => [...replica.collection('contacts').all()].map(({ name }) => name);

test('reads page after page, and goes on from there the next time', async () => {
  const { replica, reader, asked } = readerOf(page(['a'], '1', true), page(['b'], '2'), page(['c'], '3'));
  await reader.read();
  expect(names(replica)).toEqual(['a', 'b']);
  await reader.read();
  expect(names(replica)).toEqual(['a', 'b', 'c']);
  expect(asked).toEqual([null, '1', '2']);
});

test('it is known when all was read last; a page that is not the last and a failure leave that as it was', async () => {
  const scripts = [page(['a'], '1', true), page([], '2'), page(['b'], '3', true), new Unreachable('No answer.')];
  const { replica, reader, clock } = readerOf(...scripts, new CursorExpired(), page(['a', 'b'], '9'));
  const readAt = async (at: string) => {
    clock.at = at;
    await reader.read();
    return replica.cursor.value?.readAt;
  };
  expect(replica.cursor.value?.readAt).toBeUndefined();
  expect(await readAt('2026-03-01T11:00:00.000Z')).toBe('2026-03-01T11:00:00.000Z');
  expect(await readAt('2026-03-01T12:00:00.000Z')).toBe('2026-03-01T11:00:00.000Z');
  expect(await readAt('2026-03-01T13:00:00.000Z')).toBe('2026-03-01T13:00:00.000Z');
});

test('a failure keeps what is known, says why, and the next read goes on after it', async () => {
  const { replica, reader, asked } = readerOf(page(['a'], '1', true), new Unreachable('No answer.'), page(['b'], '2'));
  await reader.read();
  expect([reader.isReady.value, reader.trouble.value, names(replica)]).toEqual([false, 'No answer.', ['a']]);
  await reader.read();
  expect([reader.isReady.value, reader.trouble.value, names(replica)]).toEqual([true, null, ['a', 'b']]);
  expect(asked).toEqual([null, '1', '1']);
});

test('with a cursor too old it reads everything anew and forgets what does not come again', async () => {
  const { replica, reader, asked } = readerOf(page(['a', 'gone'], '1'), new CursorExpired(), page(['a', 'b'], '9'));
  await reader.read();
  await reader.read();
  expect(names(replica)).toEqual(['a', 'b']);
  expect(asked).toEqual([null, '1', null]);
});

test('a reading anew that fails half-way is begun again, and nothing is forgotten before it ends', async () => {
  const { replica, reader } = readerOf(
    page(['a', 'gone'], '1'),
    new CursorExpired(),
    page(['a'], '8', true),
    new Unreachable('No answer.'),
    new CursorExpired(),
    page(['a'], '8', true),
    page(['b'], '9'),
  );
  await reader.read();
  await reader.read();
  expect(names(replica)).toEqual(['a', 'gone']);
  await reader.read();
  expect(names(replica)).toEqual(['a', 'b']);
});

test('who asks while it reads gets what came after the page that is under way', async () => {
  const { replica, reader, asked } = readerOf(page(['a'], '1'), page(['late'], '2'));
  await Promise.all([reader.read(), reader.read(), reader.read()]);
  expect(names(replica)).toEqual(['a', 'late']);
  expect(asked).toEqual([null, '1']);
});
