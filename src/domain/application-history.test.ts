import { expect, test } from 'vitest';
import { application } from './application.ts';
import { apply } from './changes.ts';

const CONTEXT = { id: '019a0000-0000-7000-8000-000000000001', now: '2026-11-25T09:00:00.000Z' };
const HISTORY = [
  { stage: 'applied', on: '2026-03-02' },
  { stage: 'closed', outcome: 'rejected', on: '2026-03-20' },
];

function created(record: Readonly<Record<string, unknown>>) {
  return apply(application, undefined, { op: 'create', record: { position: 'Engineer', ...record } }, CONTEXT);
}

test('an application is created from its history alone', () => {
  const { record } = { record: undefined, ...created({ stage_history: HISTORY }) };
  expect(record).toMatchObject({ stage: 'closed', outcome: 'rejected', applied_on: '2026-03-02' });
});

test.each([{ stage: 'applied' }, { outcome: 'ghosted' }])(
  'a history that ends otherwise than %j is refused',
  (said) => {
    expect(created({ stage_history: HISTORY, ...said })).toHaveProperty('problem.code', 'invalid_fields');
  },
);
