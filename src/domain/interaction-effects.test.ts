import { expect, test } from 'vitest';
import { effectsOfInteraction } from './interaction-effects.ts';
import type { AnyRecord } from './noun.ts';

const server = { created_at: '', updated_at: '', version: 1, deleted_at: null };
const interaction = (fields: object): AnyRecord => ({
  ...server,
  contact_id: 'c',
  application_id: null,
  kind: 'message',
  direction: 'in',
  occurred_at: '2026-03-10',
  ...fields,
});

/** What a conversation means for a contact. */
function forContact(fields: object, contact: object) {
  const [effect] = effectsOfInteraction(interaction(fields));
  return effect?.edit({ ...server, status: null, last_contacted: null, ...contact });
}

test.each([
  ['nobody was heard of', null, '2026-03-10', true],
  ['later than the last', '2026-03-09', '2026-03-10', true],
  ['earlier than the last', '2026-03-11', '2026-03-10', false],
  ['the same day', '2026-03-10', '2026-03-10T09:00', false],
  ['later on the day', '2026-03-10T08:00', '2026-03-10T09:00', true],
  ['later by its offset', '2026-03-10T08:00:00+02:00', '2026-03-10T07:30:00Z', true],
  ['earlier by its offset', '2026-03-10T08:00:00Z', '2026-03-10T09:00:00+02:00', false],
])('%s: last contacted %s, now %s, moves: %s', (_, last_contacted, occurred_at, moves) => {
  const edit = forContact({ occurred_at }, { last_contacted });
  expect(edit?.record ?? null).toEqual(moves ? { last_contacted: occurred_at } : null);
});

test.each(['ghosted', 'Ghosted', 'awaiting reply', 'silent', 'no reply'])(
  'a word from somebody who is %s reopens',
  (status) => {
    expect(forContact({}, { status })?.record).toMatchObject({ status: 'in conversation' });
    expect(forContact({ direction: 'out' }, { status })?.record).toEqual({ last_contacted: '2026-03-10' });
  },
);

test('a status that says more than silence stays', () => {
  expect(forContact({}, { status: 'offer' })?.record).toEqual({ last_contacted: '2026-03-10' });
});

test('a note, and a conversation that was deleted, mean nothing', () => {
  expect(effectsOfInteraction(interaction({ kind: 'note', application_id: 'a' }))).toEqual([]);
  expect(effectsOfInteraction(interaction({ deleted_at: '2026-03-10T08:00:00.000Z' }))).toEqual([]);
});

const history = (on: string) => [
  { stage: 'applied', outcome: null, on: '2026-02-01' },
  { stage: 'screening', outcome: null, on: '2026-02-10' },
  { stage: 'closed', outcome: 'ghosted', on },
];

/** What a conversation means for an application. */
function forApplication(fields: object, stage_history: object) {
  const [effect] = effectsOfInteraction(interaction({ contact_id: null, application_id: 'a', ...fields }));
  return effect?.edit({ ...server, stage_history }) ?? null;
}

test('a word about an application that was given up as ghosted puts it back where it was, on that day', () => {
  expect(forApplication({}, history('2026-03-01'))).toEqual({
    record: { stage: 'screening', outcome: null },
    on: '2026-03-10',
  });
});

test('a word from before it was given up, one from oneself, and another outcome change nothing', () => {
  expect(forApplication({}, history('2026-03-11'))).toBeNull();
  expect(forApplication({ direction: 'out' }, history('2026-03-01'))).toBeNull();
  expect(forApplication({}, [{ stage: 'closed', outcome: 'rejected', on: '2026-03-01' }])).toBeNull();
});

test('a second time there is nothing left to do', () => {
  expect(forContact({}, { status: 'ghosted', last_contacted: '2026-03-10' })).toBeNull();
  expect(
    forApplication({}, [...history('2026-03-01'), { stage: 'screening', outcome: null, on: '2026-03-10' }]),
  ).toBeNull();
});
