import { expect, test, vi } from 'vitest';
import { contact } from '../../domain/contact.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { Outbox } from './outbox.ts';
import type { Replica } from './replica.ts';
import { oneTab, replicaInMemory } from './replica-in-memory.ts';
import type { Sending } from './sending.ts';
import { NotNow, type Server, Unreachable } from './server.ts';
import type { Answer } from './wire.ts';

/** An outbox whose server answers each batch with the next of `scripts`. */
function outboxWith(...scripts: ((sendings: readonly Sending[]) => readonly Answer[])[]) {
  const replica = replicaInMemory([contact]);
  const sent: string[][] = [];
  const batch: Server['batch'] = async (changes) => {
    sent.push(changes.map(({ id, operation }) => `${operation.op} ${id}`));
    return (scripts.shift() ?? ((all) => all.map((change) => confirmed(replica, change))))(changes);
  };
  const waits: number[] = [];
  const wait = async (ms: number) => void waits.push(ms);
  const onRefused = vi.fn();
  const outbox = new Outbox({
    replica,
    server: { batch },
    tabs: oneTab,
    wait,
    random: () => 0.5,
    now: () => 0,
    onRefused,
  });
  return { replica, outbox, sent, waits, onRefused };
}

function add(replica: Replica, id: string): void {
  replica.change({ type: 'contacts', id }, { op: 'create', record: { name: id, email: `${id}@example.org` } });
}

function confirmed(replica: Replica, { type, id }: Pick<Sending, 'type' | 'id'>): Answer {
  const record = replica.record({ type, id });
  if (!record) throw new Error('nothing to confirm');
  return { record };
}

const refused = (code: string, record?: AnyRecord): Answer => ({
  problem: { code, detail: `It is ${code}.`, errors: [], record },
});

test('changes go out in the order in which they were made, of one record one after the other', async () => {
  const { replica, outbox, sent } = outboxWith();
  add(replica, 'a');
  add(replica, 'b');
  replica.change({ type: 'contacts', id: 'a' }, { op: 'remove' });
  await outbox.send();
  expect(sent).toEqual([['create a', 'create b'], ['remove a']]);
  expect(outbox.state.value).toBe('saved');
});

test('edits carry only what was touched, and no version', async () => {
  const { replica } = outboxWith();
  add(replica, 'a');
  replica.change({ type: 'contacts', id: 'a' }, { op: 'edit', record: { phone: '555' } });
  expect(replica.pending.value.at(-1)?.operation).toEqual({ op: 'edit', record: { phone: '555' } });
});

test('without a network it tries again, waiting twice as long each time, and loses nothing', async () => {
  const unreachable = () => {
    throw new Unreachable('There is no answer.');
  };
  const { replica, outbox, sent, waits } = outboxWith(unreachable, unreachable, unreachable);
  add(replica, 'a');
  await outbox.send();
  expect(sent).toEqual([['create a'], ['create a'], ['create a'], ['create a']]);
  expect(waits).toEqual([375, 750, 1500]);
  expect(replica.record({ type: 'contacts', id: 'a' })?.name).toBe('a');
});

test('while it cannot send it says why', async () => {
  let seen = '';
  const { replica, outbox } = outboxWith(() => {
    throw new Unreachable('There is no answer.');
  });
  outbox.state.subscribe((state) => {
    if (state === 'waiting') seen = outbox.trouble.value ?? '';
  });
  add(replica, 'a');
  await outbox.send();
  expect(seen).toBe('There is no answer.');
});

test('where the server says how long to wait it waits so long, unless the person asks, and says why', async () => {
  const wait = vi.fn(
    (_ms: number, nap: AbortSignal) => new Promise<void>((go) => nap.addEventListener('abort', () => go())),
  );
  const replica = replicaInMemory([contact]);
  const batch = vi.fn<Server['batch']>(async (changes) => changes.map((change) => confirmed(replica, change)));
  batch.mockRejectedValueOnce(new NotNow('That is all for today.', 60_000));
  let now = 0;
  const outbox = new Outbox({
    replica,
    server: { batch },
    tabs: oneTab,
    wait,
    random: () => 0.5,
    now: () => now,
    onRefused: vi.fn(),
  });
  add(replica, 'a');
  const sending = outbox.send();
  await vi.waitFor(() => expect(wait).toHaveBeenCalledWith(60_375, expect.anything()));
  expect([outbox.isTurnedAway.value, outbox.trouble.value]).toEqual([true, 'That is all for today.']);
  now = 59_000;
  outbox.wake();
  await new Promise((resolve) => setTimeout(resolve));
  expect(batch).toHaveBeenCalledTimes(1);
  outbox.retry();
  await sending;
  expect([batch.mock.calls.length, outbox.state.value, outbox.isTurnedAway.value]).toEqual([2, 'saved', false]);
});

test('a refused change is taken back and told of, and the others stand', async () => {
  const { replica, outbox, onRefused } = outboxWith((changes) =>
    changes.map((change, index) => (index === 0 ? refused('invalid_fields') : confirmed(replica, change))),
  );
  add(replica, 'a');
  add(replica, 'b');
  await outbox.send();
  expect(replica.record({ type: 'contacts', id: 'a' })).toBeUndefined();
  expect(replica.record({ type: 'contacts', id: 'b' })?.name).toBe('b');
  const waiting = { id: 'a', operation: { record: { name: 'a' } }, refused: { code: 'invalid_fields' } };
  expect(onRefused).toHaveBeenCalledExactlyOnceWith([expect.objectContaining({ id: 'a' })]);
  expect(replica.refused.value).toMatchObject([waiting]);
});

test('what is answered busy is sent again', async () => {
  const { replica, outbox, sent } = outboxWith((changes) =>
    changes.map((change, index) => (index === 1 ? refused('busy') : confirmed(replica, change))),
  );
  for (const id of ['a', 'b', 'c']) add(replica, id);
  await outbox.send();
  expect(sent).toEqual([['create a', 'create b', 'create c'], ['create b']]);
});

test('no batch is longer or larger than the server takes', async () => {
  const { replica, outbox, sent } = outboxWith();
  for (let n = 0; n < 150; n++) add(replica, `n${n}`);
  const notes = '漢'.repeat(20_000);
  for (let n = 0; n < 20; n++) replica.change({ type: 'contacts', id: `n${n}` }, { op: 'edit', record: { notes } });
  await outbox.send();
  expect(sent.map(({ length }) => length)).toEqual([100, 64, 6]);
});
