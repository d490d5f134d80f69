import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACME, pursuit, said } from '../../test/job-search.ts';
import type { DigestRecords, Talk } from './digest-records.ts';
import { nextNudge, nudgesDue } from './nudges.ts';
import { type Schedule, scheduleOf } from './reminder-schedule.ts';

const HOUR_BEFORE: Schedule = { ...scheduleOf(undefined), nudgeBefore: 60 };
const on = (time: string) => `2026-03-20T${time}:00.000Z`;

function interview(occurred_at: string, others: Partial<Talk> = {}): Talk {
  const fixed = { subject: null, body: null, duration: 45, channel: 'video', updated_at: '2026-03-01T00:00:00.000Z' };
  return { ...said(null, occurred_at, { kind: 'technical', interaction_id: 'i-1' }), ...fixed, ...others } as Talk;
}

function records(...interactions: readonly Talk[]): DigestRecords {
  const acme = { ...pursuit([['2026-03-02', 'interview']]), next_action: null, deadline: null };
  return { applications: [acme], contacts: [], interactions, tasks: [], rules: [] };
}

const keys = (talk: Talk, from: string, to: string, schedule = HOUR_BEFORE) =>
  nudgesDue(records(talk), schedule, on(from), on(to)).map(({ key }) => key);

describe('a nudge', () => {
  const talk = interview('2026-03-20T15:00:00+01:00');

  test('is due so long before the interview, in one span of time only', () => {
    expect(keys(talk, '12:30', '12:45')).toEqual([]);
    expect(keys(talk, '12:45', '13:00')).toEqual(['i-1@2026-03-20T14:00:00.000Z']);
    expect(keys(talk, '13:00', '13:15')).toEqual([]);
  });

  test('tells when it begins, for whom, and where the app shows it', () => {
    const [nudge] = nudgesDue(records(talk), { ...HOUR_BEFORE, zone: 'Asia/Kathmandu' }, on('12:00'), on('13:00'));
    expect(nudge).toMatchObject({
      at: on('13:00'),
      starts: on('14:00'),
      line: {
        company: 'Acme',
        target: { place: 'applications', id: ACME },
        matter: { what: 'interview', time: '19:45', duration: 45, channel: 'video' },
      },
    });
  });

  test('that was held up comes while the interview has not begun', () => {
    expect(keys(talk, '12:45', '13:59')).toHaveLength(1);
    expect(keys(talk, '12:45', '14:00')).toEqual([]);
  });

  test('of an interview that is moved is another', () => {
    const moved = interview('2026-03-20T16:00:00+01:00', { updated_at: on('13:05') });
    expect(keys(moved, '13:00', '13:15')).toEqual([]);
    expect(keys(moved, '13:45', '14:00')).toEqual(['i-1@2026-03-20T15:00:00.000Z']);
  });

  test('of an interview that was written down in its last hour is due at once; its key says that it is the same', () => {
    const late = interview('2026-03-20T14:00:00Z', { updated_at: on('13:20') });
    expect(keys(late, '13:15', '13:30')).toEqual(keys(talk, '12:45', '13:00'));
    expect(keys(late, '13:30', '13:45')).toEqual([]);
  });

  test('is none of what was called off, of a day alone, or where none is wanted', () => {
    const all = [on('00:00'), on('13:00')] as const;
    expect(nudgesDue(records({ ...talk, deleted_at: on('09:00') }), HOUR_BEFORE, ...all)).toEqual([]);
    expect(nudgesDue(records(interview('2026-03-20')), HOUR_BEFORE, ...all)).toEqual([]);
    expect(nudgesDue(records(talk), scheduleOf(undefined), ...all)).toEqual([]);
    const closed = { ...records(talk), applications: [{ ...records().applications[0], stage: 'closed' }] };
    expect(nudgesDue(closed as DigestRecords, HOUR_BEFORE, ...all)).toEqual([]);
  });

  test('comes on quiet days, too', () => {
    const away = { ...HOUR_BEFORE, quiet: [{ from: '2026-03-01', to: '2026-03-31' }], weekdays: new Set([0]) };
    expect(keys(talk, '12:45', '13:00', away)).toHaveLength(1);
  });

  test('is of real time where the clocks change in between', () => {
    const day = { ...HOUR_BEFORE, zone: 'Europe/Zurich', nudgeBefore: 24 * 60 };
    expect(nextNudge(records(interview('2026-03-29T10:00')), day, on('00:00'))).toBe('2026-03-28T08:00:00.000Z');
  });
});

test('the next nudge is the first after an instant', () => {
  const all = records(
    interview('2026-03-20T16:00:00Z'),
    interview('2026-03-20T14:00:00Z', { interaction_id: 'i-2' }),
    interview('2026-03-20'),
  );
  expect(['12:59', '13:00', '15:00'].map((time) => nextNudge(all, HOUR_BEFORE, on(time)))).toEqual([
    on('13:00'),
    on('15:00'),
    null,
  ]);
});

test('however the ticks fall, each interview ahead is told once, and never after it began', () => {
  const minutes = fc.integer({ min: 0, max: 3 * 1440 });
  const isOnce = fc.property(
    fc.array(minutes, { minLength: 1, maxLength: 6 }),
    fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 40, maxLength: 60 }),
    fc.integer({ min: 120, max: 2880 }),
    (starts, ticks, nudgeBefore) => {
      const begin = Date.parse('2026-03-20T00:00:00.000Z');
      const instant = (minute: number) => new Date(begin + minute * 60_000).toISOString();
      const all = records(...starts.map((at, place) => interview(instant(at), { interaction_id: `i-${place}` })));
      let now = 0;
      const told: string[] = [];
      for (const tick of ticks) {
        for (const { key, starts } of nudgesDue(
          all,
          { ...HOUR_BEFORE, nudgeBefore },
          instant(now),
          instant(now + tick),
        )) {
          told.push(key);
          expect(starts > instant(now + tick)).toBe(true);
        }
        now += tick;
      }
      const due = starts.flatMap((at, place) => {
        const isIn = at - nudgeBefore > 0 && at - nudgeBefore <= now;
        return isIn ? [`i-${place}@${instant(at)}`] : [];
      });
      expect(told.toSorted()).toEqual(due.toSorted());
    },
  );
  fc.assert(isOnce);
});
