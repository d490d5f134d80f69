import { describe, expect, onTestFinished, test } from 'vitest';
import { addDays } from '../../src/domain/dates.ts';
import { startLaptop } from '../laptop-process.ts';
import { OPEN, smtpServer } from '../smtp-server.ts';
import { addRecords, openPage } from './harness.ts';
import { focusIsOn } from './keys.ts';
import { isOn, SCREENS, said, sent, TODAY, turn, useReminders, ZURICH } from './reminders-stage.ts';
import { smallTargets } from './small-targets.ts';
import { violations } from './violations.ts';

const { stage, settings, addOwn, open } = useReminders();

test('from the settings one comes here and back, and they tell what is on', async () => {
  const { page } = await openPage(stage.browser, `${stage.url}/settings`, ZURICH);
  await page.getByText('None is on').waitFor();
  await page.getByRole('link', { name: 'Set up reminders' }).click();
  await turn(page, 'Desktop').click();
  await said(page, 'Reminders come to the desktop');
  await page.getByRole('link', { name: 'Settings' }).last().click();
  await page.getByText('On: desktop').waitFor();
});

describe('by what', () => {
  test('on the desktop: turned on it takes the zone of the device along, and one is sent and stands in the ledger', async () => {
    const page = await open();
    await page.getByText('With the first reminder it becomes that of this device: Europe/Zurich.').waitFor();
    await turn(page, 'Desktop').click();
    await isOn(page, 'Desktop');
    await expect.poll(settings).toMatchObject({ remind_by_desktop: true, time_zone: 'Europe/Zurich' });
    await page.getByText(/^Next: /).waitFor();
    await page.getByRole('button', { name: 'Send me one now: desktop' }).dblclick();
    await page.getByText('Sent. It shows in a moment.').waitFor();
    const rows = sent(page).getByRole('row').filter({ hasText: 'Trial' });
    await rows.filter({ hasText: 'Desktop' }).filter({ hasText: 'Sent' }).waitFor();
    expect(await rows.count()).toBe(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(settings).toMatchObject({ remind_by_desktop: false, time_zone: null });
  });

  test('where the browser was told to show nothing, the remedy is said, and it cannot be turned on', async () => {
    const { page } = await openPage(stage.browser, 'about:blank');
    await page.addInitScript(() => Object.defineProperty(Notification, 'permission', { get: () => 'denied' }));
    await page.goto(`${stage.url}/settings?show=reminders`);
    await page.getByText('This browser was told not to show notifications of Touchbase.').first().waitFor();
    await turn(page, 'Desktop').press('Space');
    expect(await turn(page, 'Desktop').getAttribute('aria-checked')).toBe('false');
    expect(await page.locator('.toast').count()).toBe(0);
  });

  test('by e-mail: the account is asked for, what is not taken stays typed, and a letter comes', async () => {
    const server = await smtpServer(OPEN);
    const page = await open();
    await turn(page, 'E-mail').click();
    const form = page.getByRole('form', { name: 'Account of e-mail' });
    await form.getByLabel('Server').fill('127.0.0.1');
    await form.getByLabel('Port').fill('0');
    await form.getByRole('button', { name: 'Save the account' }).click();
    await form.getByText('Enter a whole number from 1 to 65,535.').waitFor();
    await form.getByText('3 fields need another look.').waitFor();
    await form.getByLabel('Port').fill(String(server.port));
    await form.getByLabel('Security').selectOption('None, on this machine only');
    await form.getByLabel('User').fill('me');
    await form.getByLabel('Password').fill('secret');
    await form.getByLabel('From').fill('me@example.org');
    await form.getByLabel('To', { exact: true }).fill('me@example.org');
    await form.getByRole('button', { name: 'Save the account' }).click();
    await form.getByText('A password is sent over an encrypted connection only').waitFor();
    expect(await form.getByLabel('Password').inputValue()).toBe('secret');
    await form.getByLabel('User').fill('');
    await form.getByRole('button', { name: 'Save the account' }).click();
    await page.getByText('To me@example.org. From me@example.org, by 127.0.0.1.').waitFor();
    await page.getByRole('button', { name: 'Send me one now: e-mail' }).click();
    await page.getByText('Sent. Look into your inbox.').waitFor();
    expect(server.taken.map(({ to }) => to)).toEqual([['me@example.org']]);
    await page.getByRole('button', { name: 'Remove the account' }).click();
    await page.getByText('It needs an account of e-mail to send from.').waitFor();
  });

  test('a letter that no server takes stands in the ledger with its reason', async () => {
    const account = { host: '127.0.0.1', port: 1, security: 'none', from: 'me@example.org', to: 'me@example.org' };
    const headers = { 'Content-Type': 'application/json' };
    await fetch(`${stage.url}/v1/mail-account`, { method: 'PUT', headers, body: JSON.stringify(account) });
    const page = await open();
    await turn(page, 'E-mail').click();
    await page.getByRole('button', { name: 'Send me one now: e-mail' }).click();
    await page.getByText(/^It could not be sent\. 127\.0\.0\.1 /).waitFor();
    await sent(page).getByRole('row').filter({ hasText: 'Failed' }).getByText('127.0.0.1').waitFor();
  });
});

test('an account of the environment is shown, and cannot be changed here', async () => {
  const env = {
    TOUCHBASE_SMTP_URL: 'smtps://me%40example.org:secret@smtp.example.org',
    TOUCHBASE_MAIL_TO: 'you@example.org',
  };
  const laptop = await startLaptop(['--demo'], env);
  onTestFinished(async () => {
    await laptop.stop();
  });
  const { page } = await openPage(stage.browser, `${laptop.url}/settings?show=reminders`);
  await page.getByText('To you@example.org. From me@example.org, by smtp.example.org.').waitFor();
  await page.getByText('It is set where Touchbase was started').waitFor();
  expect(await page.getByRole('button', { name: /account/ }).count()).toBe(0);
  expect(await page.content()).not.toContain('secret');
});

test('the preview is what would come now, changes with the records, and leads to them', async () => {
  const page = await open();
  const preview = page.getByRole('region', { name: 'What would come now' });
  await preview.getByText('Follow up with Ana Lima').waitFor();
  await addRecords(stage.url, 'tasks', [{ title: 'Polish the portfolio', due_on: TODAY }]);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await preview.getByText('Polish the portfolio').waitFor();
  await preview.getByText('2 due today').waitFor();
  await preview.getByRole('link', { name: 'Follow up with Ana Lima' }).click();
  await page.getByRole('complementary').getByText('Ana Lima').first().waitFor();
});

test('without a network it says what needs it, all else is set, and what was sent is there once it is back', async () => {
  const { page } = await openPage(stage.browser, 'about:blank', ZURICH);
  await page.route('**/v1/reminders', (route) => route.abort());
  await page.goto(`${stage.url}/settings?show=reminders`);
  await sent(page).getByText('What was sent is known once Touchbase can be reached.').waitFor();
  await page.getByText('By what you can be reminded is known once Touchbase can be reached.').waitFor();
  await page.getByRole('button', { name: 'Tuesday' }).click();
  await expect.poll(async () => (await settings()).digest_days).toHaveLength(6);
  await page.unroute('**/v1/reminders');
  await sent(page).getByRole('button', { name: 'Try again' }).click();
  await sent(page).getByRole('table').or(sent(page).getByText('Nothing was sent yet.')).waitFor();
  await focusIsOn(page, 'What was sent');
});

describe.each(['desktop', 'phone'] as const)('on a %s, in light and in dark,', (screen) => {
  test('the place has nothing wrong, a form with mistakes in it', async () => {
    await addOwn({ quiet_days: [{ from: addDays(TODAY, -9), to: addDays(TODAY, 9) }], time_zone: 'Asia/Kathmandu' });
    const page = await open(SCREENS[screen]);
    await turn(page, 'Desktop').click();
    await page.getByRole('button', { name: 'Send me one now: desktop' }).click();
    await sent(page).getByRole('row').filter({ hasText: 'Trial' }).first().waitFor();
    await turn(page, 'E-mail').click();
    await page.getByRole('button', { name: 'Save the account' }).click();
    await page.getByText('3 fields need another look.').waitFor();
    await page.getByRole('combobox', { name: 'Daily digest at' }).fill('soon');
    await page.getByText('Enter a quarter of an hour').waitFor();
    expect(await violations(page)).toEqual([]);
    if (screen === 'phone') expect(await smallTargets(page.locator('body'))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  });
});
