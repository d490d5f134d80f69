import { describe, expect, test } from 'vitest';
import { apply } from './changes.ts';
import { SETTINGS_ID, settings } from './settings.ts';

/** What an edit of the settings comes to: the fields that it sends, or what is wrong with them. */
function sent(record: Record<string, unknown>) {
  const context = { id: SETTINGS_ID, now: '2026-03-01T00:00:00.000Z' };
  const outcome = apply(settings, undefined, { op: 'create', record }, context);
  return 'problem' in outcome ? outcome.problem.errors : outcome.record;
}

test('nobody is reminded before they ask for it', () => {
  expect(sent({})).toMatchObject({
    time_zone: null,
    digest_at: null,
    digest_days: [],
    quiet_days: [],
    nudge_before: null,
    remind_by_email: false,
    remind_by_desktop: false,
    remind_by_push: false,
    push_tells: false,
  });
});

describe('a time zone', () => {
  test.each(['Europe/Zurich', 'Asia/Kathmandu', 'Asia/Calcutta', 'UTC', 'America/Argentina/Buenos_Aires'])(
    '%s is kept as it is',
    (time_zone) => {
      expect(sent({ time_zone })).toMatchObject({ time_zone });
    },
  );

  test.each(['Europe/Zürich', '+02:00', 'CEST', 'Mars/Olympus'])('%s is refused by its name, with a remedy', (name) => {
    const detail = `“${name}” is no time zone known here. Enter one like Europe/Zurich, or UTC.`;
    expect(sent({ time_zone: name })).toEqual([{ field: 'time_zone', code: 'bad_time_zone', detail }]);
  });

  test('what is no text is refused; of a long one only a part is said again', () => {
    expect(sent({ time_zone: 1 })).toMatchObject([{ field: 'time_zone', code: 'wrong_type' }]);
    expect(JSON.stringify(sent({ time_zone: 'x'.repeat(10_000) })).length).toBeLessThan(300);
  });
});

describe('the time of the digest', () => {
  test.each(['00:00', '08:15', '23:45'])('%s is a quarter of an hour', (digest_at) => {
    expect(sent({ digest_at })).toMatchObject({ digest_at });
  });
  test.each(['8:00', '08:10', '24:00', '08:00:00', 'noon', 8])('%s is none', (digest_at) => {
    expect(sent({ digest_at })).toMatchObject([{ field: 'digest_at', code: 'bad_time' }]);
  });
});

describe('quiet days', () => {
  test('one day alone, and a leap day, are some', () => {
    const quiet_days = [{ from: '2028-02-29', to: '2028-02-29' }];
    expect(sent({ quiet_days })).toMatchObject({ quiet_days });
  });
  test('that end before they begin are refused by their place', () => {
    const rows = [
      { from: '2026-07-01', to: '2026-07-14' },
      { from: '2026-12-31', to: '2026-12-24' },
    ];
    const detail = 'Entry 2: to: Enter a day that is not before the first.';
    expect(sent({ quiet_days: rows })).toEqual([{ field: 'quiet_days', code: 'contradiction', detail }]);
  });
  test('dates that do not exist are refused', () => {
    expect(sent({ quiet_days: [{ from: '2026-02-29', to: '2026-03-01' }] })).toMatchObject([{ code: 'bad_date' }]);
  });
});

test.each([15, 60, 2880])('an interview may be told %i minutes before', (nudge_before) => {
  expect(sent({ nudge_before })).toMatchObject({ nudge_before });
});
test.each([0, 14, 2881, 22.5])('but not %d', (nudge_before) => {
  expect(sent({ nudge_before })).toMatchObject([{ field: 'nudge_before', code: 'bad_number' }]);
});
