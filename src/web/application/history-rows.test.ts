import { expect, test } from 'vitest';
import { madeRecord } from '../../../test/made-record.ts';
import { application } from '../../domain/application.ts';
import { draftedRows, objectionTo, withChange } from './history-rows.ts';

const row = (stage: string, on: string, outcome: string | null = null) => ({ stage, on, outcome });
const rows = [row('saved', '2026-03-01'), row('applied', '2026-03-05')];
const record = madeRecord(application, 1, { position: 'Welder', stage: 'applied', stage_history: rows });
const TODAY = '2026-03-20';

test('a history that agrees with itself is taken', () => {
  expect(objectionTo(record, [...rows, row('closed', TODAY, 'rejected')], TODAY)).toBeNull();
});

test('what contradicts itself is refused in words, with the entry that it is about', () => {
  expect(objectionTo(record, [...rows, row('offer', '2026-03-02')], TODAY)).toContain('Entry 3');
  expect(objectionTo(record, [...rows, row('closed', TODAY)], TODAY)).toMatch(/Entry 3.*how it ended/);
  expect(objectionTo(record, [row('saved', '')], TODAY)).toBe('Entry 1: Enter a date.');
});

test('an entry that does not close has no outcome', () => {
  const closed = [row('closed', TODAY, 'rejected')];
  expect(withChange(closed, 0, { stage: 'offer' })).toEqual([row('offer', TODAY)]);
  expect(withChange(closed, 0, { on: '2026-03-21' })).toEqual([row('closed', '2026-03-21', 'rejected')]);
  expect(withChange(rows, 1, { on: '2026-03-06' })[0]).toBe(rows[0]);
});

test('entries are kept as they were typed, and what is no draft of them is passed over', () => {
  const typed = [row('closed', ''), row('saved', '2026-03-01')];
  expect(draftedRows({ texts: { stage_history: JSON.stringify(typed) }, over: {} })).toEqual(typed);
  for (const text of ['', '{', '[1]'])
    expect(draftedRows({ texts: { stage_history: text }, over: {} })).toBeUndefined();
  expect(draftedRows(undefined)).toBeUndefined();
});
