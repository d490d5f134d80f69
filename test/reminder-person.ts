import { expect } from 'vitest';
import { remindDue } from '../src/delivery/remind.ts';
import { keptInFile, ReminderScene } from './reminder-scene.ts';

/** Follow-ups are overdue and reminders are on since a day before. */
export async function personReminded(settings = {}) {
  const scene = new ReminderScene(keptInFile);
  scene.at = '2026-03-19T12:00:00.000Z';
  await scene.settings(settings);
  await scene.add('contacts', { name: 'Grace', email: 'grace@example.org', next_follow_up: '2026-03-18' });
  return scene;
}

export async function ticks(scene: ReminderScene, ...times: readonly string[]) {
  for (const at of times) {
    scene.at = at;
    await remindDue(scene.reminder);
  }
  expect(scene.faults).toEqual([]);
  return scene.told;
}

/** A time in UTC, on the day of the tests where none is named. */
export const on = (time: string, day = '2026-03-20') => `${day}T${time}:00.000Z`;
