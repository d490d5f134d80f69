import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from './dates.ts';
import { digestDayBefore, isDue, LATEST_HOURS, nextDigest, type SentDigest, slotAt, slotOf } from './digest-times.ts';
import { type Schedule, scheduleOf } from './reminder-schedule.ts';
import { clockIn, offsetIn } from './zone.ts';

const QUARTER = 900_000;
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

const ZONES = [...Intl.supportedValuesOf('timeZone'), 'UTC'];
const START = Date.UTC(2027, 6, 1, 12);

/** The digests that are sent between two instants, by a clock that ticks each quarter of an hour. */
function ticked(schedule: Schedule, from: number, to: number, last: SentDigest | null): SentDigest[] {
  const sent: SentDigest[] = [];
  for (let tick = from; tick < to; tick += QUARTER) {
    const now = new Date(tick).toISOString();
    const before = sent.at(-1) ?? last;
    if (isDue(schedule, now, before)) sent.push({ day: clockIn(schedule.zone, tick).date, at: now });
  }
  return sent;
}

/** The digests of so many days, each the next after the one before. */
function chained(schedule: Schedule, from: number, days: number): SentDigest[] {
  const sent: SentDigest[] = [];
  for (let now = new Date(from).toISOString(); sent.length < days; now = sent.at(-1)?.at ?? now) {
    const next = nextDigest(schedule, now, sent.at(-1) ?? null);
    if (next === null) throw new Error('There is always one.');
    sent.push(next);
  }
  return sent;
}

function expectOneADay(sent: readonly SentDigest[]): void {
  const gaps = sent.slice(1).map(({ day }, place) => daysBetween(sent[place]?.day ?? day, day));
  expect(gaps.filter((days) => days !== 1)).toEqual([]);
}

const timeOf = (quarter: number) => new Date(quarter * QUARTER).toISOString().slice(11, 16);
const times = fc.integer({ min: 0, max: 95 }).map(timeOf);

test.each([
  ['in the morning', () => '08:00'],
  ['at each zone another time', (place: number) => timeOf((place * 37) % 96)],
])('in every zone there is one digest a day for a year, none missed and none twice: %s', (_, atOf) => {
  for (const [place, zone] of ZONES.entries()) {
    const schedule = of(zone, atOf(place));
    const sent = chained(schedule, START, 366);
    expectOneADay(sent);
    const isPlain = ({ at }: SentDigest) => clockIn(zone, Date.parse(at)).time === `${schedule.at}:00`;
    const odd = sent.slice(1).filter((one) => !isPlain(one));
    const isAtChange = ({ at }: SentDigest) => {
      return offsetIn(zone, Date.parse(at) - 2 * QUARTER) !== offsetIn(zone, Date.parse(at) + QUARTER);
    };
    expect(odd.filter((one) => !isAtChange(one))).toEqual([]);
    expect(odd.length).toBeLessThanOrEqual(1);
  }
});

test('by a clock that ticks each quarter of an hour there is one a day wherever and whenever', () => {
  const moments = fc.integer({ min: Date.UTC(2020, 0) / QUARTER, max: Date.UTC(2036, 0) / QUARTER });
  const isOneADay = fc.property(fc.constantFrom(...ZONES), times, moments, (zone, at, from) => {
    const sent = ticked(of(zone, at), from * QUARTER, (from + 96 * 30) * QUARTER, null);
    expectOneADay(sent);
    expect(sent).toEqual(chained(of(zone, at), from * QUARTER, sent.length));
    expect(sent.length).toBeGreaterThanOrEqual(29);
  });
  fc.assert(isOneADay, { numRuns: 100 });
});

test('around each change of its clocks every zone has one digest a day, by a clock that ticks', () => {
  for (const [place, zone] of ZONES.entries()) {
    for (let day = START; day < START + 366 * 96 * QUARTER; day += 96 * QUARTER) {
      if (offsetIn(zone, day) === offsetIn(zone, day + 96 * QUARTER)) continue;
      const [from, to] = [day - 96 * QUARTER, day + 3 * 96 * QUARTER];
      const sent = ticked(of(zone, timeOf((place * 5) % 16)), from, to, null);
      expectOneADay(sent);
      expect(sent.length).toBeGreaterThanOrEqual(3);
    }
  }
});

test('what is due next is due then, and nothing is before', () => {
  const schedules = fc.record({
    zone: fc.constantFrom(...ZONES),
    at: times,
    weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }).map((days) => new Set(days)),
    quiet: fc.array(
      fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 9 })).map(([from, days]) => {
        return { from: addDays('2026-03-01', from), to: addDays('2026-03-01', from + days) };
      }),
      { maxLength: 4 },
    ),
    nudgeBefore: fc.constant(null),
  });
  const quarters = fc.integer({ min: 0, max: 96 * 40 });
  const isNext = fc.property(schedules, quarters, fc.option(quarters), (schedule, quarter, sentBefore) => {
    const now = Date.parse('2026-03-01T00:00:00.000Z') + quarter * QUARTER;
    const sent = sentBefore === null ? null : now - sentBefore * QUARTER;
    const last = sent === null ? null : { day: clockIn(schedule.zone, sent).date, at: new Date(sent).toISOString() };
    const next = nextDigest(schedule, new Date(now).toISOString(), last);
    if (next === null) throw new Error('These quiet days end.');
    expect(isDue(schedule, next.at, last)).toBe(true);
    expect(clockIn(schedule.zone, Date.parse(next.at)).date).toBe(next.day);
    for (let tick = now; tick < Date.parse(next.at); tick += QUARTER) {
      expect(isDue(schedule, new Date(tick).toISOString(), last)).toBe(false);
    }
    expect(isDue(schedule, new Date(Date.parse(next.at) + QUARTER).toISOString(), next)).toBe(false);
  });
  fc.assert(isNext, { numRuns: 300 });
});

test('however the hour and the zone are changed, no day has two and none comes late', () => {
  const change = fc.record({ zone: fc.constantFrom(...ZONES), at: times, after: fc.integer({ min: 1, max: 200 }) });
  const isOnce = fc.property(fc.array(change, { minLength: 2, maxLength: 8 }), (changes) => {
    let [now, last]: [number, SentDigest | null] = [START, null];
    const days: string[] = [];
    for (const { zone, at, after } of changes) {
      const sent: SentDigest[] = ticked(of(zone, at), now, now + after * QUARTER, last);
      for (const one of sent) {
        days.push(one.day);
        const [hour = 0, minute = 0] = at.split(':').map(Number);
        const [shown = 0, past = 0] = clockIn(zone, Date.parse(one.at)).time.split(':').map(Number);
        expect(Math.abs(shown * 60 + past - hour * 60 - minute)).toBeLessThanOrEqual((LATEST_HOURS + 2) * 60);
      }
      last = sent.at(-1) ?? last;
      now += after * QUARTER;
    }
    expect(days).toEqual([...new Set(days)].toSorted());
  });
  fc.assert(isOnce, { numRuns: 200 });
});
