import { expect, test } from 'vitest';
import { keptInFile, ReminderScene } from '../../test/reminder-scene.ts';
import { MOST_TRIALS, trialOf } from './trial.ts';

function scene() {
  const made = new ReminderScene(keptInFile);
  made.at = '2026-03-20T12:00:00.000Z';
  return { made, trial: trialOf(made.reminder) };
}

test('a trial comes although nothing is due and nothing is turned on, and stands in the ledger', async () => {
  const { made, trial } = scene();
  const entry = await trial(made.workspace, 'email');
  expect(entry).toMatchObject({ what: 'trial 1', day: '2026-03-20', state: 'sent', detail: null });
  expect(made.outbox.came).toMatchObject([{ message: { is: 'trial', digest: null } }]);
  expect(await made.reminder.ledger.latest(made.workspace, 5)).toEqual([entry]);
});

test('a trial has what is due, and takes nothing from the digest of the day', async () => {
  const { made, trial } = scene();
  await made.add('contacts', { name: 'Grace', email: 'grace@example.org', next_follow_up: '2026-03-18' });
  await trial(made.workspace, 'email');
  expect(made.outbox.came).toMatchObject([{ message: { is: 'trial', digest: { count: 1 } } }]);
  const digest = { day: '2026-03-20', what: 'digest', channel: 'email' } as const;
  expect(await made.reminder.ledger.claim(made.workspace, digest, made.at)).toBeDefined();
});

test('a trial that fails says why, and is not tried again by itself', async () => {
  const { made, trial } = scene();
  made.outbox.troubles.push({ is: 'delayed', detail: 'Too many at once.' });
  expect(await trial(made.workspace, 'email')).toMatchObject({ state: 'failed', detail: 'Too many at once.' });
});

test('who cannot be reached reads why, and nothing is sent', async () => {
  const { made, trial } = scene();
  expect(await trial(made.workspace, 'push')).toEqual({ lacks: 'Reminders do not come by this way here.' });
  made.recipient = { ...made.recipient, email: null };
  expect(await trial(made.workspace, 'email')).toEqual({ lacks: 'There is no address.' });
  expect(made.outbox.came).toEqual([]);
});

test('a person has a few trials a day and no more, and new ones the day after', async () => {
  const { made, trial } = scene();
  for (let number = 0; number < MOST_TRIALS; number++) await trial(made.workspace, 'email');
  expect(await trial(made.workspace, 'email')).toHaveProperty('lacks');
  expect(made.outbox.came).toHaveLength(MOST_TRIALS);
  made.at = '2026-03-21T12:00:00.000Z';
  expect(await trial(made.workspace, 'email')).toMatchObject({ what: 'trial 1', state: 'sent' });
});
