import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { agendaOf } from '../../domain/agenda.ts';
import { NOUNS } from '../../domain/nouns.ts';
import { unplannedIn } from '../../domain/unplanned.ts';
import { agendaInput } from '../agenda-input.ts';
import { Deeds } from '../deeds/deeds.ts';
import { confirm, NOW, replicaInMemory } from '../sync/replica-in-memory.ts';
import { Toasts } from '../ui/toasts.ts';
import { accept, dismiss, finish, putOff } from './doings.ts';
import { countFinished } from './done-today.ts';
import { type Act, actsOf, thingOf } from './things.ts';

const TODAY = NOW.slice(0, 10);

/** Names instead of ids, which must be UUIDs. */
const NAMES = ['rita', 'waits', 'silent', 'gone', 'asks', 'saved', 'cv', 'room', 'ask'] as const;
const id = (name: (typeof NAMES)[number]) => `00000000-0000-7000-8000-00000000000${NAMES.indexOf(name)}`;
const named = (text: string) => NAMES.reduce((all, name) => all.replaceAll(id(name), name), text);

const kept = {
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: '2026-01-01T00:00:00.000Z',
  version: 1,
  deleted_at: null,
};
const applied = (name: (typeof NAMES)[number], on: string) => {
  const stage_history = [{ stage: 'applied', outcome: null, on }];
  return {
    ...kept,
    application_id: id(name),
    position: 'Cook',
    company: name,
    stage: 'applied',
    applied_on: on,
    stage_history,
  };
};

/** One thing of each sort, and what a person does with it. */
async function newDay() {
  const replica = replicaInMemory(NOUNS);
  await confirm(replica, 'contacts', {
    ...kept,
    contact_id: id('rita'),
    name: 'Rita',
    email: 'rita@example.org',
    next_follow_up: '2026-02-27',
  });
  await confirm(
    replica,
    'applications',
    applied('waits', '2026-02-27'),
    applied('silent', '2026-02-19'),
    applied('gone', '2025-12-15'),
    { ...applied('asks', '2026-02-27'), next_action: 'Ask Ann', next_action_on: TODAY },
    { ...kept, application_id: id('saved'), position: 'Baker', stage: 'saved', deadline: '2026-02-28' },
  );
  await confirm(
    replica,
    'tasks',
    { ...kept, task_id: id('cv'), title: 'Polish the CV', due_on: TODAY, done_at: null },
    { ...kept, task_id: id('room'), title: 'Book a room', due_on: '2026-02-25', repeat: 'weekly', done_at: null },
  );
  const outbox = { send: async () => {} };
  const told = { today: () => TODAY, onRefused: () => expect.unreachable(), onBack: () => {} };
  const deeds = new Deeds({ replica, outbox, toasts: new Toasts(), ...told });
  const when = { deeds, now: new Date(NOW), today: TODAY };
  const agenda = () => agendaOf(agendaInput(replica, TODAY), unplannedIn);
  const lines = () => agenda().items.map(({ section, key }) => named(`${section} ${key}`));
  const thing = (key: string) => {
    const item = agenda().items.find((one) => named(one.key) === key);
    if (!item) throw new Error(`There is no ${key}: ${lines().join(', ')}`);
    return thingOf(replica, item);
  };
  const finished = () => countFinished(replica, { agenda: { value: agenda() }, done: signal(new Map()) }, TODAY);
  return { replica, deeds, when, agenda: lines, thing, finished };
}

const AT_FIRST = [
  'overdue task:room',
  'overdue follow_up:rita',
  'overdue deadline:saved',
  'today next_action:asks',
  'today task:cv',
  'waiting waiting:waits',
  'suggested suggestion:silent:applied:follow_up:1',
  'suggested ghosted:gone',
];

const RUN: Readonly<Partial<Record<Act, typeof finish>>> = {
  done: finish,
  accept,
  dismiss,
  snooze: (thing, when) => putOff(thing, '2026-04-20', when),
};

test('whatever is done with any thing takes it from where it was, and one Undo brings the day back as it was', async () => {
  const { agenda, deeds, thing, when } = await newDay();
  expect(agenda()).toEqual(AT_FIRST);
  for (const line of AT_FIRST) {
    const key = line.split(' ')[1] ?? '';
    for (const act of actsOf(thing(key))) {
      const run = RUN[act];
      if (!run) continue;
      expect(run(thing(key), when), `${act} ${key}`).not.toBeNull();
      const isStillWaiting = key === 'waiting:waits';
      expect(agenda().includes(line), `${act} ${line}`).toBe(isStillWaiting);
      deeds.undo();
      expect(agenda(), `undone: ${act} ${key}`).toEqual(AT_FIRST);
    }
  }
});

test('done is done: dates are emptied, a task that repeats comes again, a suggestion is not given again', async () => {
  const { agenda, replica, thing, when } = await newDay();
  finish(thing('follow_up:rita'), when);
  expect(replica.record({ type: 'contacts', id: id('rita') })?.next_follow_up).toBeNull();
  finish(thing('next_action:asks'), when);
  expect(replica.record({ type: 'applications', id: id('asks') })).toMatchObject({
    next_action: null,
    next_action_on: null,
  });
  finish(thing('deadline:saved'), when);
  expect(replica.record({ type: 'applications', id: id('saved') })).toMatchObject({
    stage: 'applied',
    applied_on: TODAY,
  });
  finish(thing('task:room'), when);
  const again = [...replica.collection('tasks').all()].filter(
    ({ title, done_at }) => title === 'Book a room' && !done_at,
  );
  expect(again.map(({ due_on }) => due_on)).toEqual(['2026-03-04']);
  finish(thing('suggestion:silent:applied:follow_up:1'), when);
  expect(agenda().filter((line) => line.includes('silent'))).toEqual(['waiting waiting:silent']);
});

test('what was planned by its day alone is found in the timeline once it is done, and Undo takes it out', async () => {
  const { deeds, replica, thing, when } = await newDay();
  const done = () => [...replica.collection('tasks').all()].filter(({ done_at }) => done_at !== null);
  finish(thing('follow_up:rita'), when);
  expect(done()).toMatchObject([
    { title: 'Follow up with Rita', kind: 'follow_up', contact_id: id('rita'), due_on: '2026-02-27', done_at: NOW },
  ]);
  deeds.undo();
  expect(done()).toEqual([]);
  finish(thing('next_action:asks'), when);
  expect(done()).toMatchObject([{ title: 'Ask Ann', kind: 'todo', application_id: id('asks'), due_on: TODAY }]);
});

test('what is taken up stands among what is due today; who ghosted is closed as ghosted', async () => {
  const { agenda, replica, thing, when } = await newDay();
  accept(thing('suggestion:silent:applied:follow_up:1'), when);
  accept(thing('ghosted:gone'), when);
  expect(agenda().filter((line) => line.startsWith('today task')).length).toBe(2);
  expect(agenda().filter((line) => line.includes('silent') || line.includes('gone'))).toEqual([]);
  expect(replica.record({ type: 'applications', id: id('gone') })).toMatchObject({
    stage: 'closed',
    outcome: 'ghosted',
  });
});

test('what is let go is not given again, and does not count as done', async () => {
  const { agenda, finished, thing, when } = await newDay();
  dismiss(thing('suggestion:silent:applied:follow_up:1'), when);
  dismiss(thing('ghosted:gone'), when);
  expect(agenda().filter((line) => line.startsWith('suggested'))).toEqual([]);
  expect(finished()).toBe(0);
  finish(thing('task:cv'), when);
  expect(finished()).toBe(1);
});

test('a task and what it says again are done and put off as one', async () => {
  const { agenda, replica, thing, when } = await newDay();
  const values = {
    title: 'Ask Ann',
    kind: 'follow_up',
    due_on: TODAY,
    application_id: id('asks'),
    contact_id: id('rita'),
  };
  await confirm(replica, 'tasks', { ...kept, ...values, task_id: id('ask'), done_at: null });
  expect(agenda()).not.toContain('today next_action:asks');
  putOff(thing('task:ask'), '2026-03-05', when);
  expect(agenda().filter((line) => line.startsWith('week'))).toEqual(['week task:ask']);
  finish(thing('task:ask'), when);
  expect(replica.record({ type: 'applications', id: id('asks') })).toMatchObject({
    next_action: null,
    next_action_on: null,
  });
});
