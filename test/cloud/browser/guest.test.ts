import { expect, test } from 'vitest';
import { addContact, comeBack, contact, enterContact, toAccount } from './acts.ts';
import { useCloud } from './stage.ts';

const HOUR = 3_600_000;
const stage = useCloud({ guestWritesADay: 12 });

test('a guest begins at once, and finds the contacts again after a reload', async () => {
  const page = await stage.open();
  await addContact(page, 'Ann');
  await page.reload();
  await contact(page, 'Ann').waitFor();
  await toAccount(page);
  await page.getByText('They are kept until').waitFor();
  await page.getByText('Chrome on Linux').waitFor();
  await page.getByText('this one', { exact: true }).waitFor();
});

test('two guests see nothing of each other', async () => {
  const [one, other] = [await stage.open(), await stage.open()];
  await addContact(one, 'Ben');
  await other.getByText('in one place').waitFor();
  await other.reload();
  await other.getByText('in one place').waitFor();
});

test('a guest’s identity is in no address, no title and no text of the page', async () => {
  const page = await stage.open();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await addContact(page, 'Cleo');
  await toAccount(page);
  await page.getByText('They are kept until').waitFor();
  const identity = String(await page.evaluate('localStorage.getItem("touchbase.guest")'));
  expect(identity).toMatch(/^eu-central-1:[0-9a-f-]{36}$/);
  expect([...asked, await page.title(), await page.content()].filter((text) => text.includes(identity))).toEqual([]);
});

test('credentials that expire in mid-work are renewed, and nothing is lost or asked', async () => {
  const page = await stage.open();
  await addContact(page, 'Dora');
  stage.edge.clock.advance(2 * HOUR);
  await addContact(page, 'Emil');
  await page.reload();
  await contact(page, 'Emil').waitFor();
  await contact(page, 'Dora').waitFor();
});

test('a machine whose clock is hours wrong works like any other', async () => {
  stage.edge.clock.advance(-5 * HOUR);
  const page = await stage.open();
  await addContact(page, 'Finn');
});

test('when the day’s quota is used up it says so and until when, and keeps what waits', async () => {
  const page = await stage.open();
  for (let n = 0; n < 9; n++) await addContact(page, `Person${n}`);
  for (let n = 9; n < 14; n++) await enterContact(page, `Person${n}`);
  await page.getByText(/^Saved here, \d changes? waiting\. .*midnight, UTC/).waitFor();
  await contact(page, 'Person13').waitFor();
  stage.edge.clock.advance(24 * HOUR);
  await page.getByRole('button', { name: 'Try now' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
});

test('two tabs of a browser that comes for the first time are one guest', async () => {
  const context = await stage.browser.newContext();
  const pages = await Promise.all([context.newPage(), context.newPage()]);
  await Promise.all(pages.map((page) => page.goto(`${stage.edge.site}/contacts`)));
  const [one, other] = pages;
  if (!one || !other) throw new Error('There are no pages.');
  await Promise.all(pages.map((page) => page.getByText('in one place').waitFor()));
  await addContact(one, 'Gina');
  await comeBack(other, contact(other, 'Gina'));
});

test('an account that was read before the first visit was marked does not hide how long it is kept', async () => {
  const page = await stage.browser.newPage();
  const read = Promise.withResolvers<void>();
  const visited = Promise.withResolvers<void>();
  await page.route('**/v1/account', async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const response = await route.fetch();
    read.resolve();
    await visited.promise;
    await route.fulfill({ response });
  });
  await page.route('**/v1/account/devices/*', async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    await Promise.race([read.promise, new Promise((resolve) => setTimeout(resolve, 1000))]);
    const response = await route.fetch();
    await route.fulfill({ response });
    visited.resolve();
  });
  await page.goto(`${stage.edge.site}/account`);
  await Promise.all([read.promise, visited.promise]);
  await page.waitForLoadState('networkidle');
  await page.getByText('They are kept until').waitFor({ timeout: 5000 });
  await page.close();
});

test('a guest that is not known any more begins anew and is told how to get the records back', async () => {
  const page = await stage.open();
  await addContact(page, 'Hugo');
  await page.evaluate('localStorage.setItem("touchbase.guest", "eu-central-1:00000000-0000-4000-8000-000000000000")');
  await page.reload();
  await page.getByText('A recovery code brings its records back').waitFor();
  await page.getByText('in one place').waitFor();
});

test('where guests are not let in, the first page asks to sign in, and there is no way round', async () => {
  stage.edge.identityPool.areGuestsAllowed = false;
  const page = await stage.open('/contacts');
  await page.getByRole('button', { name: 'Sign in or sign up' }).waitFor();
  expect(await page.getByRole('button').count()).toBe(1);
  expect(await page.evaluate('localStorage.length')).toBe(0);
});

test('in a browser that blocks all site data, somebody is a guest for as long as the page is open', async () => {
  const context = await stage.browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' });
  await context.addInitScript(`
    const deny = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: deny });
    IDBFactory.prototype.open = deny;
    LockManager.prototype.request = async () => deny();
  `);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto(`${stage.edge.site}/contacts`);
  await page.getByText('This browser keeps nothing for Touchbase').waitFor();
  await addContact(page, 'Ida');
  await toAccount(page);
  await page.getByText('They are kept until').waitFor();
  expect(troubles).toEqual([]);
});
