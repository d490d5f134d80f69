import { describe, expect, test } from 'vitest';
import type { AnyRecord } from './noun.ts';
import { nextLook, wakeOfInteraction, wakeOfSettings } from './reminder-wakes.ts';

const record = (fields: object, updated_at: string): AnyRecord => ({
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at,
  version: 1,
  deleted_at: null,
  ...fields,
});

describe('settings', () => {
  const zurich = (fields: object, at: string) =>
    wakeOfSettings(record({ time_zone: 'Europe/Zurich', digest_at: '08:00', remind_by_email: true, ...fields }, at));

  test('are looked at when the next digest is due', () => {
    expect(zurich({}, '2026-03-20T20:00:00.000Z')).toBe('2026-03-21T07:00:00.000Z');
    expect(zurich({}, '2026-03-20T05:00:00.000Z')).toBe('2026-03-20T07:00:00.000Z');
  });

  test('that are written after a digest was due are looked at at once: it may not have gone yet', () => {
    expect(zurich({}, '2026-03-20T07:00:40.000Z')).toBe('2026-03-20T07:00:40.000Z');
    expect(zurich({}, '2026-03-20T09:16:00.000Z')).toBe('2026-03-20T09:16:00.000Z');
    expect(zurich({}, '2026-03-20T19:16:00.000Z')).toBe('2026-03-21T07:00:00.000Z');
  });

  test('that turn nothing on are not looked at', () => {
    expect(zurich({ remind_by_email: false }, '2026-03-20T12:00:00.000Z')).toBeNull();
  });
});

describe('interactions', () => {
  test.each([
    ['2026-03-20T14:00:00+01:00', '2026-03-18T13:00:00.000Z'],
    ['2026-03-20T14:00:00', '2026-03-18T00:00:00.000Z'],
  ])('an interview at %s is looked at before any nudge of it, in any zone', (occurred_at, at) => {
    expect(
      wakeOfInteraction(record({ interaction_id: 'i', kind: 'technical', occurred_at }, '2026-03-01T00:00:00.000Z')),
    ).toBe(at);
  });

  test.each([
    ['a message', { kind: 'message', occurred_at: '2026-03-20T14:00:00Z' }],
    ['a day alone', { kind: 'technical', occurred_at: '2026-03-20' }],
    ['what is over', { kind: 'technical', occurred_at: '2026-02-20T14:00:00Z' }],
  ])('%s is not looked at', (_, fields) => {
    expect(wakeOfInteraction(record({ interaction_id: 'i', ...fields }, '2026-03-01T00:00:00.000Z'))).toBeNull();
  });
});

describe('an interview that is not to be told yet', () => {
  const starts = '2026-03-20T12:00:00.000Z';

  test('is looked at when it is to be told, or before, as another lead may be chosen', () => {
    expect(nextLook(starts, 60, '2026-03-18T12:00:00.000Z')).toBe('2026-03-19T12:00:00.000Z');
    expect(nextLook(starts, 60, '2026-03-20T10:30:00.000Z')).toBe('2026-03-20T11:00:00.000Z');
  });

  test('is looked at a few times only, until no lead is so short', () => {
    const looks: string[] = [];
    for (let at: string | null = '2026-03-18T12:00:00.000Z'; at; at = nextLook(starts, null, at)) looks.push(at);
    expect(looks.length).toBeLessThan(12);
    expect(looks.at(-1)).toBe('2026-03-20T11:45:00.000Z');
  });
});
