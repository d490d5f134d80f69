import { expect, test } from 'vitest';
import { madeRecord, numberedId } from '../../../test/made-record.ts';
import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import { interaction } from '../../domain/interaction.ts';
import { task } from '../../domain/task.ts';
import { ahead } from './ahead.ts';

test('what lies ahead begins with today; who had an earlier date keeps the name and loses the date', () => {
  const records = {
    contacts: ['2026-03-09', '2026-03-10'].map((on, at) =>
      madeRecord(contact, at, { name: 'Ada', email: 'ada@example.org', next_follow_up: on }),
    ),
    applications: [
      madeRecord(application, 3, { position: 'Engineer', next_action_on: '2026-03-01', deadline: '2026-03-20' }),
    ],
    interactions: ['2026-03-09T23:00:00+01:00', '2026-03-10', '2026-03-12T09:00:00Z'].map((at, number) =>
      madeRecord(interaction, 10 + number, { contact_id: numberedId(0), occurred_at: at }),
    ),
    tasks: [
      madeRecord(task, 20, { title: 'A', due_on: '2026-03-09' }),
      madeRecord(task, 21, { title: 'B', due_on: '2026-03-09', snoozed_until: '2026-03-11' }),
      madeRecord(task, 22, { title: 'C' }),
    ],
  };
  const found = ahead(records, '2026-03-10');
  expect(found.contacts.map(({ next_follow_up }) => next_follow_up)).toEqual([null, '2026-03-10']);
  expect(found.applications).toMatchObject([{ next_action_on: null, deadline: '2026-03-20' }]);
  expect(found.interactions.map(({ occurred_at }) => occurred_at)).toEqual(['2026-03-10', '2026-03-12T09:00:00Z']);
  expect(found.tasks.map(({ snoozed_until }) => snoozed_until)).toEqual(['2026-03-11']);
});
