import { expect, test } from 'vitest';
import type { Happened } from '../../domain/timeline.ts';
import { dayOf, groupsOf } from './groups.ts';

const record = { created_at: '', updated_at: '', version: 1, deleted_at: null };
const at = (text: string): Happened => ({ kind: 'interaction', at: text, key: text, record });

test('the last days have a heading each, and what is older one for its month', () => {
  const happened = ['2026-11-25', '2026-11-25', '2026-11-19', '2026-11-18', '2026-11-01', '2026-03-02'].map(at);
  const groups = groupsOf(happened, '2026-11-25');
  expect(groups.map(({ key, entries }) => `${key} ${entries.length}`)).toEqual([
    '2026-11-25 2',
    '2026-11-19 1',
    '2026-11 2',
    '2026-03 1',
  ]);
});

test('what happened is in the order of its instants, however each was written, and what has no time comes first', () => {
  const written = ['2026-11-25T10:00:00+02:00', '2026-11-25T09:00:00Z', '2026-11-25'];
  const [group] = groupsOf(written.map(at), '2026-11-25');
  expect(group?.entries.map((entry) => entry.at)).toEqual([
    '2026-11-25',
    '2026-11-25T09:00:00Z',
    '2026-11-25T10:00:00+02:00',
  ]);
});

test('what is still to come stands with its day', () => {
  expect(groupsOf([at('2026-12-24T18:00')], '2026-11-25').map(({ key }) => key)).toEqual(['2026-12-24']);
});

test('a date that was written without an offset is the day that was meant', () => {
  expect([dayOf('2026-11-25'), dayOf('2026-11-25T23:59')]).toEqual(['2026-11-25', '2026-11-25']);
});

test('of many only the newest are shown, whatever the order in which they come', () => {
  const happened = ['2026-03-02', '2026-11-25', '2026-11-01'].map(at);
  expect(groupsOf(happened, '2026-11-25', 2).map(({ key }) => key)).toEqual(['2026-11-25', '2026-11']);
});
