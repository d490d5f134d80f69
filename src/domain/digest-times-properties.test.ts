import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from './dates.ts';
import { isDue, LATEST_HOURS, nextDigest, type SentDigest } from './digest-times.ts';
import { type Schedule, scheduleOf } from './reminder-schedule.ts';
import { clockIn, offsetIn } from './zone.ts';

const QUARTER = 900_000;
const of = (zone: string, at: string): Schedule => ({ ...scheduleOf(undefined), zone, at });
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

test('in every zone there is one digest a day for a year, none missed and none twice', () => {
  for (const [place, zone] of ZONES.entries()) {
    const schedule = of(zone, timeOf((place * 37) % 96));
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
