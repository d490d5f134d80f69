import { expect, test } from 'vitest';
import { uuidV7 } from './id.ts';
import { nextTask } from './repeat.ts';

const ID = '018f3b1e-0000-7000-8000-0000000000ff';
const task = (fields: object) => ({
  task_id: ID,
  title: 'Look for new postings',
  kind: 'todo',
  contact_id: null,
  application_id: null,
  notes: null,
  created_at: '',
  updated_at: '',
  version: 1,
  deleted_at: null,
  ...fields,
});

test.each([
  ['daily', '2026-03-02', '2026-03-02', '2026-03-03'],
  ['daily', '2026-03-02', '2026-03-10', '2026-03-11'],
  ['weekdays', '2026-03-06', '2026-03-06', '2026-03-09'],
  ['weekdays', '2026-03-06', '2026-03-10', '2026-03-11'],
  ['weekly', '2026-03-02', '2026-03-02', '2026-03-09'],
  ['weekly', '2026-03-02', '2026-03-20', '2026-03-23'],
  ['weekly', '2026-03-09', '2026-03-02', '2026-03-16'],
  ['fortnightly', '2026-03-02', '2026-03-03', '2026-03-16'],
  ['monthly', '2026-01-31', '2026-01-31', '2026-02-28'],
  ['monthly', '2026-01-31', '2026-03-01', '2026-03-31'],
])('%s from %s, done on %s: again on %s', (repeat, due_on, today, next) => {
  expect(nextTask(task({ repeat, due_on }), today)?.record).toMatchObject({
    due_on: next,
    repeat,
    title: 'Look for new postings',
  });
});

test('a task that does not repeat has no next one', () => {
  expect(nextTask(task({ repeat: null, due_on: '2026-03-02' }), '2026-03-02')).toBeNull();
});

test('the next one has the same id on every device, and it is a valid one', () => {
  const next = () => nextTask(task({ repeat: 'daily', due_on: '2026-03-02' }), '2026-03-02')?.id;
  expect(next()).toBe('018f3b1e-0000-7000-8000-000000000100');
  expect(uuidV7(next())).toBe(next());
});
