import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockIn, instantIn, instantOf, offsetIn, offsetText, reachedIn, withOffset } from './zone.ts';
import { isZone } from './zone-name.ts';

const iso = (instant: number) => new Date(instant).toISOString().replace('.000Z', 'Z');
const clock = (text: string) => ({ date: text.slice(0, 10), time: `${text.slice(11)}:00`.slice(0, 8) });

/** What the clocks show, and the instant at which they do. */
const SHOWN = [
  ['UTC', '2024-02-29T23:45', '2024-02-29T23:45:00Z'],
  ['Europe/Zurich', '2026-01-15T12:00', '2026-01-15T11:00:00Z'],
  ['Europe/Zurich', '2026-07-15T12:00', '2026-07-15T10:00:00Z'],
  ['Asia/Kolkata', '2026-03-01T08:00', '2026-03-01T02:30:00Z'],
  ['Asia/Kathmandu', '2026-03-01T08:00', '2026-03-01T02:15:00Z'],
  ['Asia/Kathmandu', '2024-02-29T00:30', '2024-02-28T18:45:00Z'],
  ['Australia/Lord_Howe', '2026-01-10T08:00', '2026-01-09T21:00:00Z'],
  ['Australia/Lord_Howe', '2026-06-10T08:00', '2026-06-09T21:30:00Z'],
  ['Pacific/Chatham', '2026-01-10T08:00', '2026-01-09T18:15:00Z'],
  ['Pacific/Chatham', '2026-06-10T08:00', '2026-06-09T19:15:00Z'],
  ['Pacific/Kiritimati', '2026-03-01T08:00', '2026-02-28T18:00:00Z'],
  ['Pacific/Apia', '2026-03-01T08:00', '2026-02-28T19:00:00Z'],
  ['Pacific/Pago_Pago', '2026-03-01T08:00', '2026-03-01T19:00:00Z'],
  ['America/St_Johns', '2026-01-01T00:00', '2026-01-01T03:30:00Z'],
] as const;

describe('a time on the clocks of a zone', () => {
  test.each(SHOWN)('%s: %s is %s', (zone, shown, instant) => {
    expect(iso(instantIn(zone, clock(shown)))).toBe(instant);
    expect(iso(reachedIn(zone, clock(shown)))).toBe(instant);
    expect(clockIn(zone, Date.parse(instant))).toEqual(clock(shown));
  });

  test.each([
    ['Europe/Zurich', '2026-10-25T02:30', '2026-10-25T00:30:00Z'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00Z'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00Z'],
    ['America/Nuuk', '2026-10-24T23:30', '2026-10-25T00:30:00Z'],
    ['America/Havana', '2026-11-01T00:30', '2026-11-01T04:30:00Z'],
  ])('that they show twice is the first: %s, %s', (zone, shown, instant) => {
    expect(iso(instantIn(zone, clock(shown)))).toBe(instant);
    expect(iso(reachedIn(zone, clock(shown)))).toBe(instant);
  });

  test.each([
    ['Europe/Zurich', '2026-03-29T02:30', '2026-03-29T01:00:00Z', '2026-03-29T03:00'],
    ['America/New_York', '2026-03-08T02:00', '2026-03-08T07:00:00Z', '2026-03-08T03:00'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:30:00Z', '2026-10-04T02:30'],
    ['Pacific/Chatham', '2026-09-27T03:00', '2026-09-26T14:00:00Z', '2026-09-27T03:45'],
    ['Africa/Cairo', '2026-04-24T00:15', '2026-04-23T22:00:00Z', '2026-04-24T01:00'],
    ['America/Nuuk', '2026-03-28T23:30', '2026-03-29T01:00:00Z', '2026-03-29T00:00'],
    ['Pacific/Apia', '2011-12-30T08:00', '2011-12-30T10:00:00Z', '2011-12-31T00:00'],
  ])('that they skip is reached when they are put forward: %s, %s', (zone, shown, instant, next) => {
    expect(iso(reachedIn(zone, clock(shown)))).toBe(instant);
    expect(clockIn(zone, reachedIn(zone, clock(shown)))).toEqual(clock(next));
  });

  test('that they skip is of the offset before, in a calendar', () => {
    expect(iso(instantIn('Europe/Zurich', clock('2026-03-29T02:30')))).toBe('2026-03-29T01:30:00Z');
  });
});

test.each([
  ['2026-01-15T12:00', '2026-01-15T12:00:00+01:00'],
  ['2026-07-15T12:00', '2026-07-15T12:00:00+02:00'],
  ['2026-03-29T01:59', '2026-03-29T01:59:00+01:00'],
  ['2026-03-29T02:30', '2026-03-29T02:30:00+01:00'],
  ['2026-03-29T03:00', '2026-03-29T03:00:00+02:00'],
])('%s in Zurich with its offset', (shown, written) => {
  expect(withOffset(clock(shown), 'Europe/Zurich')).toBe(written);
});

test('a moment with an offset is that one wherever a person is; without one it is on their clocks', () => {
  expect(iso(instantOf('2026-03-01T14:00+0100', 'Asia/Tokyo'))).toBe('2026-03-01T13:00:00Z');
  expect(iso(instantOf('2026-03-01T14:00:00+01', 'Asia/Tokyo'))).toBe('2026-03-01T13:00:00Z');
  expect(iso(instantOf('2026-03-01T14:00', 'Asia/Tokyo'))).toBe('2026-03-01T05:00:00Z');
  expect(iso(instantOf('2026-03-01', 'Asia/Tokyo'))).toBe('2026-02-28T15:00:00Z');
});

test('a zone is known by its name', () => {
  expect(['Europe/Zurich', 'UTC', 'Asia/Calcutta', 'Asia/Kolkata'].every(isZone)).toBe(true);
  expect(['', 'Europe/Zürich', 'Mars/Olympus', '+02:00', 'CET+1', '__proto__'].some(isZone)).toBe(false);
  expect(offsetIn('Mars/Olympus', 0)).toBe(0);
});

test('offsets are written as in ISO 8601', () => {
  expect([0, 60, -570, 765].map(offsetText)).toEqual(['Z', '+01:00', '-09:30', '+12:45']);
});

test('every instant of this century is found again from what the clocks of any zone show, or is an hour shown twice', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const quarter = fc.integer({ min: Date.UTC(2000, 0) / 900_000, max: Date.UTC(2100, 0) / 900_000 });
  const isFound = fc.property(zones, quarter, (zone, at) => {
    const instant = at * 900_000;
    const first = instantIn(zone, clockIn(zone, instant));
    expect(clockIn(zone, first)).toEqual(clockIn(zone, instant));
    expect(first).toBeLessThanOrEqual(instant);
    expect(reachedIn(zone, clockIn(zone, instant))).toBe(first);
  });
  fc.assert(isFound, { numRuns: 2000 });
});
