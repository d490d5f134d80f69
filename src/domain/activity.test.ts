import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildApplication, buildInteraction } from '../../test/build-record.ts';
import { weeklyActivity } from './activity.ts';
import { addDays } from './dates.ts';

const applied = (applied_on: string) => buildApplication({ stage: 'applied', applied_on });
const said = (occurred_at: string, kind: 'call' | 'note' = 'call') => buildInteraction({ occurred_at, kind });

describe('the weeks', () => {
  test('are there with their numbers, those with nothing in them too', () => {
    const applications = [applied('2026-11-02'), applied('2026-11-08'), applied('2026-11-16'), buildApplication()];
    const interactions = [said('2026-11-08T23:30:00-08:00'), said('2026-11-17'), said('2026-11-17', 'note')];
    const period = { from: '2026-11-02', to: '2026-11-22' };
    expect(weeklyActivity(applications, interactions, period)).toEqual([
      { week: '2026-W45', from: '2026-11-02', applications: 2, conversations: 1, isPartial: false },
      { week: '2026-W46', from: '2026-11-09', applications: 0, conversations: 0, isPartial: false },
      { week: '2026-W47', from: '2026-11-16', applications: 1, conversations: 1, isPartial: false },
    ]);
  });

  test('say where only a part of them is counted', () => {
    const all = [applied('2026-11-03'), applied('2026-11-04'), applied('2026-11-12'), applied('2026-11-13')];
    const weeks = weeklyActivity(all, [], { from: '2026-11-04', to: '2026-11-12' });
    expect(weeks.map(({ applications, isPartial }) => [applications, isPartial])).toEqual([
      [1, true],
      [1, true],
    ]);
  });

  test('are none where a period ends before it begins, and end with the calendar', () => {
    expect(weeklyActivity([], [], { from: '2026-11-12', to: '2026-11-04' })).toEqual([]);
    expect(weeklyActivity([], [], { from: '9999-12-20', to: '9999-12-31' })).toHaveLength(2);
  });

  test('pass over what is deleted', () => {
    const gone = { deleted_at: '2026-11-05T00:00:00.000Z' };
    const [week] = weeklyActivity([{ ...applied('2026-11-03'), ...gone }], [{ ...said('2026-11-03'), ...gone }], {
      from: '2026-11-02',
      to: '2026-11-08',
    });
    expect(week).toMatchObject({ applications: 0, conversations: 0 });
  });

  test('follow each other without a gap, and add up to all of the period', () => {
    const day = fc.nat(400).map((days) => addDays('2025-12-01', days));
    fc.assert(
      fc.property(fc.array(day), day, day, (days, from, to) => {
        const weeks = weeklyActivity(days.map(applied), [], { from, to });
        for (const [index, week] of weeks.entries()) {
          if (index > 0) expect(week.from).toBe(addDays(weeks[index - 1]?.from ?? '', 7));
        }
        const within = days.filter((one) => one >= from && one <= to).length;
        expect(weeks.reduce((sum, { applications }) => sum + applications, 0)).toBe(within);
      }),
    );
  });
});
