import { expect, test } from 'vitest';
import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import { interaction } from '../../domain/interaction.ts';
import { task } from '../../domain/task.ts';
import { Related } from '../related.ts';
import { replicaInMemory } from '../sync/replica-in-memory.ts';
import { hasAnything, keyOf, othersOf, partiesOf, touchingOf } from './about.ts';

const [ANN, BEN, CLEO, JOB] = ['a', 'b', 'c', 'd'].map((digit) => `018f3b1e-0000-7000-8000-00000000000${digit}`);

function openStage() {
  const replica = replicaInMemory([contact, application, interaction, task]);
  const make = (type: string, id: string | undefined, record: object) =>
    replica.change({ type, id: id ?? '' }, { op: 'create', record: { ...record } });
  for (const [id, name] of [[ANN, 'Ann'] as const, [BEN, 'Ben'] as const, [CLEO, 'Cleo'] as const]) {
    make('contacts', id, { name, email: `${name}@example.org` });
  }
  const people = [{ contact_id: ANN, role: 'Recruiter' }, { contact_id: BEN }];
  make('applications', JOB, { position: 'Baker', company: 'Globex', contact_ids: people });
  make('tasks', '018f3b1e-0000-7000-8000-0000000000f1', { title: 'Ask', application_id: JOB });
  const [who, alone, job] = [
    { contact: replica.record({ type: 'contacts', id: ANN ?? '' }) },
    { contact: replica.record({ type: 'contacts', id: CLEO ?? '' }) },
    { application: replica.record({ type: 'applications', id: JOB ?? '' }) },
  ];
  return { replica, related: new Related(replica), who, alone, job };
}

test('with a contact it can be about their applications, about an application with its people by their roles', () => {
  const { who, job, ...stage } = openStage();
  expect(othersOf(stage, who)).toEqual([{ id: JOB, name: 'Baker · Globex' }]);
  expect(othersOf(stage, job).map(({ name }) => name)).toEqual(['Ann (Recruiter)', 'Ben']);
});

test('whoever was deleted is nobody to have talked with', () => {
  const { job, ...stage } = openStage();
  stage.replica.change({ type: 'contacts', id: BEN ?? '' }, { op: 'remove' });
  expect(othersOf(stage, job).map(({ id }) => id)).toEqual([ANN]);
});

test('a linked application is something to tell, and its tasks are its own', () => {
  const { who, alone, job, ...stage } = openStage();
  const has = [who, alone, job].map((about) => {
    const touching = touchingOf(stage, about);
    return touching && [hasAnything(touching), touching.tasks.length];
  });
  expect(has).toEqual([
    [true, 0],
    [false, 0],
    [true, 1],
  ]);
  expect(touchingOf(stage, {})).toBeNull();
});

test('where both are named, what is typed is kept with the application', () => {
  const { who, job } = openStage();
  expect(keyOf({ ...who, ...job })).toBe(JOB);
  expect(keyOf(who)).toBe(ANN);
  expect(partiesOf({ ...who, ...job })).toEqual({ contact_id: ANN, application_id: JOB });
});
