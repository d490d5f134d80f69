import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signIn } from './acts.ts';
import { withPushService } from './push-stand-in.ts';
import { useCloud } from './stage.ts';

const stage = useCloud();

test('to sign out ends what is pushed to this browser, and the server forgets the device', async () => {
  const page = await withPush('paula@example.org');
  const ended = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  expect((await ended).status()).toBe(204);
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
  expect(await page.evaluate(kept)).toEqual({ subscribed: null, mark: null });
});

test('to sign out everywhere takes all devices from the list, and each is off when it is opened next', async () => {
  const one = await withPush('quentin@example.org');
  const other = await opened('quentin@example.org');
  const ended = other.waitForResponse((response) => response.request().method() === 'DELETE');
  await other.getByRole('button', { name: 'Sign out everywhere' }).click();
  expect((await ended).status()).toBe(204);
  await other.getByRole('heading', { name: 'You are signed out' }).waitFor();
  await one.reload();
  await expect.poll(() => one.evaluate(kept)).toEqual({ subscribed: null, mark: null });
});

/** A person has signed in on a device of their own. */
async function opened(email: string): Promise<Page> {
  const page = await stage.open('/account', { serviceWorkers: 'allow', permissions: ['notifications'] });
  await page.addInitScript(withPushService);
  await signIn(page, stage.edge, email);
  await page.getByRole('heading', { name: 'Signed in as' }).waitFor();
  return page;
}

/** The same, and their device takes notifications: the last subscription was lost, and is made anew. */
async function withPush(email: string): Promise<Page> {
  const page = await opened(email);
  await page.evaluate(() => {
    const mark = { replica: localStorage.getItem('touchbase.replica'), endpoint: 'https://push.example/lost' };
    localStorage.setItem('touchbase.push', JSON.stringify(mark));
  });
  const told = page.waitForResponse((response) => /\/reminders\/devices\//.test(response.url()) && response.ok());
  await page.reload();
  await told;
  await expect.poll(() => page.evaluate(kept)).toEqual({ subscribed: 'yes', mark: expect.stringContaining('/new') });
  return page;
}

function kept() {
  return { subscribed: sessionStorage.getItem('subscribed'), mark: localStorage.getItem('touchbase.push') };
}
