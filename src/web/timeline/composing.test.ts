import { expect, test } from 'vitest';
import { beginningOf, interactionFrom, isBlank, mediumOf, turnedInto } from './composing.ts';

const server = { created_at: '', updated_at: '', version: 1, deleted_at: null };
const ann = { ...server, contact_id: 'ann', name: 'Ann' };
const job = { ...server, application_id: 'job', position: 'Engineer' };
const [one, two] = [
  { id: 'a', name: 'Engineer' },
  { id: 'b', name: 'Baker' },
];
const NOW = '2026-11-25T14:30:00+01:00';

test('a call begins as one from me, about the one application that there is', () => {
  expect(beginningOf('call', { contact: ann }, [one])).toEqual({
    kind: 'call',
    channel: 'phone',
    direction: 'out',
    application_id: 'a',
  });
  expect(beginningOf('call', { contact: ann }, [one, two])).not.toHaveProperty('application_id');
  expect(beginningOf('note', { contact: ann }, [one])).toEqual({ kind: 'note' });
  expect(beginningOf('email', { application: job }, [one])).toMatchObject({ contact_id: 'a' });
});

test('what was only chosen is no loss, what was typed is', () => {
  expect(isBlank(undefined)).toBe(true);
  expect(isBlank({ kind: 'call', channel: 'phone', body: ' ' })).toBe(true);
  expect(isBlank({ kind: 'call', duration: '5' })).toBe(false);
});

test('it is with whom the page is of, and now where nothing else was said', () => {
  expect(interactionFrom({ kind: 'call', body: 'Hello', application_id: 'a' }, { contact: ann }, NOW)).toEqual({
    kind: 'call',
    body: 'Hello',
    contact_id: 'ann',
    application_id: 'a',
    occurred_at: NOW,
  });
  const values = interactionFrom({ kind: 'message', occurred_at: '2026-11-01' }, { application: job }, NOW);
  expect(values).toMatchObject({ contact_id: null, application_id: 'job', occurred_at: '2026-11-01' });
});

test('a note has no channel, no direction and no duration, also where it was begun as a call', () => {
  const call = { kind: 'note', channel: 'phone', direction: 'in', duration: 20, body: 'Hm' };
  expect(interactionFrom(call, { contact: ann }, NOW)).toMatchObject({
    channel: null,
    direction: null,
    duration: null,
  });
  expect(turnedInto('note')).toEqual({ kind: 'note', channel: '', direction: '' });
});

test.each([
  [{ kind: 'note' }, 'note'],
  [{ kind: 'message', channel: 'linkedin' }, 'email'],
  [{ kind: 'technical', channel: 'video' }, 'call'],
])('a draft %j is that of a %s', (texts, medium) => {
  expect(mediumOf(texts)).toBe(medium);
});
