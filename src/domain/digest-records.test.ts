import { expect, test } from 'vitest';
import { dailyDigest } from './daily-digest.ts';
import { digestRecords, settingsAmong } from './digest-records.ts';
import type { AnyRecord } from './noun.ts';
import { scheduleOf } from './reminder-schedule.ts';
import { SETTINGS_ID } from './settings.ts';

const kept = {
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: '2026-01-01T00:00:00.000Z',
  version: 1,
  deleted_at: null,
};

test('records that were kept before their nouns had all of their fields make a digest', () => {
  const rita: AnyRecord = { ...kept, contact_id: 'c', name: 'Rita', next_follow_up: '2026-03-20' };
  const job: AnyRecord = { ...kept, application_id: 'a', position: 'Cook', next_action_on: '2026-03-19' };
  const records = new Map([
    ['contacts', [rita]],
    ['applications', [job]],
    ['settings', [{ ...kept, settings_id: SETTINGS_ID }]],
  ]);
  const schedule = scheduleOf(settingsAmong(records));
  const digest = dailyDigest(digestRecords(records), schedule, '2026-03-20T08:00:00.000Z');
  expect(digest?.parts.map(({ section, lines }) => `${section} ${lines.map(({ key }) => key)}`)).toEqual([
    'overdue next_action:a',
    'today follow_up:c',
  ]);
});

test('settings say when; what they do not say is as usual, and so is all of them once they are deleted', () => {
  const usual = scheduleOf(undefined);
  expect(usual).toEqual({
    zone: 'UTC',
    at: '08:00',
    weekdays: new Set([0, 1, 2, 3, 4, 5, 6]),
    quiet: [],
    nudgeBefore: null,
  });
  const said: AnyRecord = {
    ...kept,
    time_zone: 'Asia/Kathmandu',
    digest_at: '17:45',
    digest_days: [{ day: 'sunday' }, { day: 'monday' }],
    quiet_days: [{ from: '2026-03-01', to: '2026-03-02' }],
    nudge_before: 30,
  };
  expect(scheduleOf(said)).toEqual({
    zone: 'Asia/Kathmandu',
    at: '17:45',
    weekdays: new Set([0, 6]),
    quiet: [{ from: '2026-03-01', to: '2026-03-02' }],
    nudgeBefore: 30,
  });
  expect(scheduleOf({ ...said, deleted_at: '2026-03-01T00:00:00.000Z' })).toEqual(usual);
  expect(scheduleOf({ ...said, time_zone: 'Moon/Tranquillity' }).zone).toBe('UTC');
});
