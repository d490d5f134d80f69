import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/dates.ts';
import { press } from './keys.ts';
import { isOn, said, TODAY, turn, useReminders } from './reminders-stage.ts';

const { settings, open, addOwn } = useReminders();

describe('when', () => {
  test('hour, days, zone, nudge and quiet days are set by mouse, and the next digest is told', async () => {
    const page = await open();
    await turn(page, 'Desktop').click();
    await page.getByRole('combobox', { name: 'Daily digest at' }).click();
    await page.getByRole('option', { name: '17:45' }).click();
    await said(page, 'The digest comes at 17:45');
    await page.getByRole('button', { name: 'Sunday' }).click();
    await page.getByRole('button', { name: 'Saturday' }).click();
    await page.getByRole('combobox', { name: 'Time zone' }).fill('lisbon');
    await page.getByRole('option', { name: 'Europe/Lisbon' }).click();
    await said(page, 'The time zone is Europe/Lisbon');
    await page.getByText(/^Next: .* in Europe\/Lisbon/).waitFor();
    await page.getByText('This device is in Europe/Zurich.').waitFor();
    await page.getByRole('button', { name: 'Use Europe/Zurich' }).click();
    await page.getByRole('combobox', { name: 'Before an interview' }).selectOption('2 hours');
    await page.getByLabel('First day').fill(addDays(TODAY, 30));
    await page.getByLabel('Last day').fill(addDays(TODAY, 29));
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Enter a day that is not before the first.').waitFor();
    await page.getByLabel('Last day').fill(addDays(TODAY, 32));
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect.poll(settings).toMatchObject({
      digest_at: '17:45',
      digest_days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => ({ day })),
      time_zone: 'Europe/Zurich',
      nudge_before: 120,
      quiet_days: [{ from: addDays(TODAY, 30), to: addDays(TODAY, 32) }],
    });
    await page.getByRole('button', { name: /^Remove .* – / }).click();
    await expect.poll(settings).toMatchObject({ quiet_days: [] });
  });

  test('all of it is set by keys alone, and undone', async () => {
    const page = await open();
    await turn(page, 'Desktop').focus();
    await press(page, 'Space');
    await isOn(page, 'Desktop');
    const at = page.getByRole('combobox', { name: 'Daily digest at' });
    await at.focus();
    await press(page, 'Control+a');
    await page.keyboard.type('7 pm');
    await press(page, 'Enter');
    await said(page, 'The digest comes at 19:00');
    expect(await at.inputValue()).toBe('19:00');
    await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
    await said(page, 'The digest comes at 19:15');
    await press(page, 'Control+a');
    await page.keyboard.type('19:20');
    await page.getByText('Enter a quarter of an hour').waitFor();
    await press(page, 'Escape', 'Escape');
    expect(await at.inputValue()).toBe('19:15');
    await press(page, 'Tab', 'Space');
    await page.getByRole('button', { name: 'Monday' }).and(page.locator('[aria-pressed=false]')).waitFor();
    await press(page, 'Control+z', 'Control+z');
    await page.getByRole('button', { name: 'Monday' }).and(page.locator('[aria-pressed=true]')).waitFor();
    expect(await at.inputValue()).toBe('19:00');
    await page.getByRole('combobox', { name: 'Time zone' }).focus();
    await press(page, 'Control+a');
    await page.keyboard.type('lisbon');
    await press(page, 'ArrowDown', 'Enter');
    await said(page, 'The time zone is Europe/Lisbon');
    await press(page, 'Tab', 'Enter');
    await said(page, 'The time zone is Europe/Zurich');
  });

  test('quiet days are added and removed by keys alone, and the focus stays near', async () => {
    const page = await open();
    await page.getByLabel('First day').focus();
    await page.keyboard.type('10102030');
    await press(page, 'Enter');
    await said(page, 'No digest: 10 Oct 2030');
    await page.locator('[name=quiet_from]:focus').waitFor();
    await page.keyboard.type('11112030');
    await press(page, 'Enter');
    await expect.poll(async () => (await settings()).quiet_days).toHaveLength(2);
    await page.getByRole('button', { name: 'Remove 10 Oct 2030' }).focus();
    await press(page, 'Enter');
    await page.getByRole('button', { name: 'Remove 11 Nov 2030' }).and(page.locator(':focus')).waitFor();
    await press(page, 'Enter');
    await page.locator('[name=quiet_from]:focus').waitFor();
    await expect.poll(async () => (await settings()).quiet_days).toEqual([]);
  });

  test('one day stays on, and days of one’s own minutes are kept', async () => {
    await addOwn({ digest_days: [{ day: 'friday' }], nudge_before: 45 });
    const page = await open();
    expect(await page.getByRole('combobox', { name: 'Before an interview' }).inputValue()).toBe('45');
    await page.getByRole('button', { name: 'Friday' }).click();
    await page.getByText('One day stays on.').waitFor();
    await page.getByRole('button', { name: 'Monday' }).click();
    await expect
      .poll(settings)
      .toMatchObject({ digest_days: [{ day: 'monday' }, { day: 'friday' }], nudge_before: 45 });
  });
});
