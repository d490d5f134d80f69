import { describe, expect, test } from 'vitest';
import { digestDayBefore, isDue, LATEST_HOURS, nextDigest, slotAt, slotOf, slotsSince } from './digest-times.ts';
import { type Schedule, scheduleOf } from './reminder-schedule.ts';

const EVERY_DAY = scheduleOf(undefined);
const of = (zone: string, at = '08:00', others: Partial<Schedule> = {}) => ({ ...EVERY_DAY, zone, at, ...others });
const slot = (time: string) => slotAt(Date.parse(`2026-01-01T${time}Z`));
const short = (digest: { day: string; at: string } | null) => digest && `${digest.day} ${digest.at.slice(0, 16)}`;

describe('the quarter hour of UTC of a digest', () => {
  test.each([
    ['UTC', '08:00', '2026-03-01', '08:00'],
    ['UTC', '23:45', '2024-02-29', '23:45'],
    ['Europe/Zurich', '08:00', '2026-03-28', '07:00'],
    ['Europe/Zurich', '08:00', '2026-03-29', '06:00'],
    ['Europe/Zurich', '02:30', '2026-03-29', '01:00'],
    ['Europe/Zurich', '02:30', '2026-10-25', '00:30'],
    ['America/New_York', '01:30', '2026-11-01', '05:30'],
    ['Asia/Kolkata', '08:00', '2026-03-01', '02:30'],
    ['Asia/Kathmandu', '08:00', '2026-03-01', '02:15'],
    ['Australia/Lord_Howe', '08:00', '2026-10-03', '21:30'],
    ['Australia/Lord_Howe', '08:00', '2026-10-04', '21:00'],
    ['Australia/Lord_Howe', '02:15', '2026-10-04', '15:30'],
    ['Pacific/Chatham', '08:00', '2026-06-01', '19:15'],
    ['Pacific/Kiritimati', '08:00', '2026-03-01', '18:00'],
    ['Pacific/Apia', '08:00', '2026-03-01', '19:00'],
    ['Pacific/Pago_Pago', '08:00', '2026-03-01', '19:00'],
    ['Africa/Cairo', '00:15', '2026-04-24', '22:00'],
    ['America/Nuuk', '23:30', '2026-03-28', '00:45'],
  ])('%s at %s on %s: %s', (zone, at, day, utc) => {
    expect(slotOf(of(zone, at), day)).toBe(slot(utc));
  });

  test('a day that a zone left out has none', () => {
    expect(slotOf(of('Pacific/Apia'), '2011-12-30')).toBeNull();
    const sent = { day: '2011-12-29', at: '2011-12-29T18:00:00.000Z' };
    expect(short(nextDigest(of('Pacific/Apia'), sent.at, sent))).toBe('2011-12-31 2011-12-30T18:00');
  });
});

describe('the slots to be looked at', () => {
  test.each([
    ['at each tick: one', '2026-03-02T07:00:05Z', '2026-03-02T07:15:04Z', [29]],
    ['twice in a quarter of an hour: none', '2026-03-02T07:15:04Z', '2026-03-02T07:20:00Z', []],
    ['over midnight', '2026-03-02T23:31:00Z', '2026-03-03T00:15:00Z', [95, 0, 1]],
  ])('%s', (_, from, now, slots) => {
    expect(slotsSince(from, now)).toEqual(slots);
  });
  test('after an outage: those of which a digest may still be sent', () => {
    const slots = slotsSince('2026-02-01T00:00:00Z', '2026-03-02T20:00:00Z');
    expect([slots.length, slots[0], slots.at(-1)]).toEqual([LATEST_HOURS * 4 + 1, slot('08:00'), slot('20:00')]);
  });
});

describe('the next digest', () => {
  const zurich = of('Europe/Zurich');
  test.each([
    ['before its time, today', '2026-03-02T06:00:00.000Z', null, '2026-03-02 2026-03-02T07:00'],
    ['at its time, now', '2026-03-02T07:00:00.000Z', null, '2026-03-02 2026-03-02T07:00'],
    ['late, now', '2026-03-02T11:20:00.000Z', null, '2026-03-02 2026-03-02T11:20'],
    ['too late, tomorrow', '2026-03-02T19:15:00.000Z', null, '2026-03-03 2026-03-03T07:00'],
    ['sent, tomorrow', '2026-03-02T07:15:00.000Z', '2026-03-02T07:00:00.000Z', '2026-03-03 2026-03-03T07:00'],
    ['before summer time', '2026-03-28T07:15:00.000Z', '2026-03-28T07:00:00.000Z', '2026-03-29 2026-03-29T06:00'],
    ['before winter time', '2026-10-24T06:15:00.000Z', '2026-10-24T06:00:00.000Z', '2026-10-25 2026-10-25T07:00'],
    ['before a leap day', '2028-02-28T07:15:00.000Z', '2028-02-28T07:00:00.000Z', '2028-02-29 2028-02-29T07:00'],
  ])('%s', (_, now, at, next) => {
    const last = at === null ? null : { day: at.slice(0, 10), at };
    expect(short(nextDigest(zurich, now, last))).toBe(next);
  });

  test('passes over days of the week and quiet days', () => {
    const quiet = [
      { from: '2026-03-09', to: '2026-03-12' },
      { from: '2026-03-11', to: '2026-03-16' },
    ];
    const mondays = of('Europe/Zurich', '08:00', { weekdays: new Set([0]), quiet });
    expect(nextDigest(mondays, '2026-03-03T12:00:00.000Z', null)?.day).toBe('2026-03-23');
    expect(digestDayBefore(mondays, '2026-03-23')).toBe('2026-03-02');
    expect(isDue(mondays, '2026-03-09T07:00:00.000Z', null)).toBe(false);
  });

  test('is none where the quiet days never end', () => {
    const never = of('UTC', '08:00', { quiet: [{ from: '2026-01-01', to: '9999-12-31' }] });
    expect(nextDigest(never, '2026-03-03T12:00:00.000Z', null)).toBeNull();
    expect(digestDayBefore(never, '2027-03-03')).toBe('2027-01-02');
  });
});

describe('a digest that could not be sent in time', () => {
  test('is sent for some hours of its own day, and never on the next', () => {
    const morning = of('Europe/Zurich', '08:00');
    const yesterday = { day: '2026-03-01', at: '2026-03-01T07:00:00.000Z' };
    expect(isDue(morning, '2026-03-02T06:59:59.000Z', yesterday)).toBe(false);
    expect(isDue(morning, '2026-03-02T07:00:00.000Z', yesterday)).toBe(true);
    expect(isDue(morning, '2026-03-02T19:00:00.000Z', yesterday)).toBe(true);
    expect(isDue(morning, '2026-03-02T19:00:01.000Z', yesterday)).toBe(false);
    const evening = of('Europe/Zurich', '20:00');
    expect(isDue(evening, '2026-03-02T22:59:00.000Z', yesterday)).toBe(true);
    expect(isDue(evening, '2026-03-02T23:00:00.000Z', yesterday)).toBe(false);
  });
});

describe('a change of the settings during the day', () => {
  const sent = { day: '2026-03-02', at: '2026-03-02T07:00:00.000Z' };
  const noon = '2026-03-02T11:00:00.000Z';

  test('after the digest was sent, to a later hour: none twice', () => {
    expect(short(nextDigest(of('Europe/Zurich', '18:00'), noon, sent))).toBe('2026-03-03 2026-03-03T17:00');
  });
  test('before it was sent, to an hour that is past: now', () => {
    const yesterday = { day: '2026-03-01', at: '2026-03-01T17:00:00.000Z' };
    expect(short(nextDigest(of('Europe/Zurich', '09:00'), noon, yesterday))).toBe(`2026-03-02 ${noon.slice(0, 16)}`);
  });
  test('to a zone further west: that of this day was sent', () => {
    expect(short(nextDigest(of('America/New_York'), noon, sent))).toBe('2026-03-03 2026-03-03T13:00');
  });
  test('over the date line to the east: what would come an hour after the last does not', () => {
    const pago = { day: '2026-03-02', at: '2026-03-02T19:00:00.000Z' };
    const later = '2026-03-02T20:00:00.000Z';
    expect(isDue(of('Pacific/Kiritimati'), later, pago)).toBe(false);
    expect(short(nextDigest(of('Pacific/Kiritimati'), later, pago))).toBe('2026-03-04 2026-03-03T18:00');
  });
  test('over the date line to the west: a day that was already is not told twice', () => {
    const kiritimati = { day: '2026-03-03', at: '2026-03-02T18:00:00.000Z' };
    expect(short(nextDigest(of('Pacific/Pago_Pago'), '2026-03-02T20:00:00.000Z', kiritimati))).toBe(
      '2026-03-04 2026-03-04T19:00',
    );
  });
});
