import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bounceEvent } from '../email-events.ts';
import { signIn } from './acts.ts';
import { withPushService } from './push-stand-in.ts';
import { useCloud } from './stage.ts';
import { violations } from './violations.ts';

const stage = useCloud();

const turn = (page: Page, name: string) => page.getByRole('switch', { name, exact: true });
const isOn = (page: Page, name: string) => turn(page, name).and(page.locator('[aria-checked=true]')).waitFor();

/** A person has signed in on a device of their own, and is where reminders are set. */
async function opened(email: string): Promise<Page> {
  const page = await stage.open('/account', { serviceWorkers: 'allow', permissions: ['notifications'] });
  await page.addInitScript(withPushService);
  await signIn(page, stage.edge, email);
  await page.getByRole('heading', { name: 'Signed in as' }).waitFor();
  await toReminders(page);
  return page;
}

async function toReminders(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Set up reminders' }).click();
  await turn(page, 'E-mail').waitFor();
}

test('a guest reads that signing in brings mail, and is led there', async () => {
  const page = await stage.open();
  await toReminders(page);
  await page.getByText('Mail goes to the address by which you sign in.').waitFor();
  await turn(page, 'E-mail').press('Space');
  expect(await turn(page, 'E-mail').getAttribute('aria-checked')).toBe('false');
  expect(await turn(page, 'Desktop').count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Sign in to get reminders by e-mail' }).click();
  await page.getByRole('heading', { level: 1, name: 'Account' }).waitFor();
});

test('mail goes to the address of the login; where it came back that is said, and one button sends again', async () => {
  const page = await opened('erika@example.org');
  await turn(page, 'E-mail').click();
  await isOn(page, 'E-mail');
  await page.getByText('To erika@example.org.', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Send me one now: e-mail' }).click();
  await page.getByText('Sent. Look into your inbox.').waitFor();
  const letter = stage.edge.mail.taken.find(({ Destination }) => Destination.ToAddresses.includes('erika@example.org'));
  if (!letter) throw new Error('Nothing was sent.');
  await stage.edge.tell('bounces', bounceEvent(letter, stage.edge.clock, 'Permanent'));
  await page.reload();
  await page.getByText(/^Paused since .*: mail to erika@example\.org came back\.$/).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send to erika@example.org again' }).click();
  await page.getByText('Reminders go to erika@example.org.').waitFor();
  await turn(page, 'E-mail').and(page.locator(':focus')).waitFor();
  await page.getByText('To erika@example.org.', { exact: true }).waitFor();
});

test('a device takes notifications by push, is seen on another one, and is removed there', async () => {
  const one = await opened('felix@example.org');
  await turn(one, 'Push on this device').click();
  await isOn(one, 'Push on this device');
  await one.getByRole('checkbox', { name: 'Tell names' }).check();
  await one.locator('.toast').getByText('Push tells names').waitFor();
  await one.getByText('Saved', { exact: true }).first().waitFor();
  const other = await opened('felix@example.org');
  expect(await turn(other, 'Push on this device').getAttribute('aria-checked')).toBe('false');
  await other.getByRole('list', { name: 'Other devices' }).getByText('Chrome on Linux').waitFor();
  await other.getByRole('button', { name: 'Remove Chrome on Linux' }).click();
  await other.getByText('Chrome on Linux gets no reminders any more.').waitFor();
  expect(await other.getByRole('list', { name: 'Other devices' }).count()).toBe(0);
});

test('where there is no answer mail is not turned on, and why is said', async () => {
  const page = await opened('greta@example.org');
  await page.route('**/v1/reminders/email', (route) => route.abort());
  await turn(page, 'E-mail').click();
  await page.getByText('There is no answer').first().waitFor();
  expect(await turn(page, 'E-mail').getAttribute('aria-checked')).toBe('false');
});
