import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { waiting } from '../../browser/waiting.ts';
import { addContact, contact, enterContact, passLogin, signIn, toAccount, toContacts } from './acts.ts';
import { useCloud } from './stage.ts';

const stage = useCloud();
const [A, B] = ['anna@example.org', 'bert@example.org'];

/** Anna at work, in a browser that Bert will use after her. */
async function asAnna(email: string): Promise<Page> {
  const page = await stage.open('/account');
  await signIn(page, stage.edge, email);
  await page.getByRole('heading', { name: `Signed in as ${email}` }).waitFor();
  await toContacts(page);
  await addContact(page, 'OfAnna');
  return page;
}

async function signOut(page: Page): Promise<void> {
  await toAccount(page);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
}

/** At the door, after somebody has signed out. */
async function arrive(page: Page, email: string): Promise<void> {
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
  await signIn(page, stage.edge, email);
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  await toContacts(page);
  await page.getByText('Saved', { exact: true }).waitFor();
}

/** Nothing of Anna is in the page, or in what the browser keeps of anybody. */
async function seesNothingOfAnna(page: Page): Promise<void> {
  expect(await page.content()).not.toContain('Anna');
  expect(await page.evaluate(EVERYTHING)).not.toContain('Anna');
}

/** All that a site of this browser has kept, as one text. */
const EVERYTHING = `(async () => {
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const kept = [{ ...localStorage }, { ...sessionStorage }];
  for (const { name } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name));
    for (const store of db.objectStoreNames) kept.push(await done(db.transaction(store).objectStore(store).getAll()));
    db.close();
  }
  return JSON.stringify(kept);
})()`;

test('who signs in after somebody else in the same browser sees nothing of theirs, and both find their own again', async () => {
  const page = await asAnna(A);
  await signOut(page);
  await arrive(page, B);
  await seesNothingOfAnna(page);
  await addContact(page, 'OfBert');
  await signOut(page);
  await arrive(page, A);
  await contact(page, 'OfAnna').waitFor();
  expect(await contact(page, 'OfBert').count()).toBe(0);
});

test('what waits of somebody who signs out all the same is lost with their word, and never sent as another’s', async () => {
  const page = await asAnna('anna.2@example.org');
  await page.context().route('**/v1/batch', (route) => route.abort());
  await enterContact(page, 'WaitsAnna');
  await expect.poll(() => waiting(page)).toBe(1);
  await signOut(page);
  const dialog = page.getByRole('dialog', { name: 'Not everything is saved' });
  await dialog.getByText('WaitsAnna').waitFor();
  await dialog.getByRole('button', { name: 'Sign out and lose it' }).click();
  // Not before the app is gone: it would send what waits.
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
  await page.context().unroute('**/v1/batch');
  await arrive(page, 'bert.2@example.org');
  await seesNothingOfAnna(page);
  await signOut(page);
  await arrive(page, 'anna.2@example.org');
  await contact(page, 'OfAnna').waitFor();
  expect(await contact(page, 'WaitsAnna').count()).toBe(0);
});

test('what waits of somebody whose login is over goes on waiting while another works here, and is sent as theirs', async () => {
  const page = await asAnna('anna.3@example.org');
  await page.context().route('**/v1/batch', (route) => route.abort());
  await enterContact(page, 'WaitsAnna');
  await expect.poll(() => waiting(page)).toBe(1);
  await page.context().clearCookies();
  await page.evaluate('sessionStorage.clear()');
  await page.context().unroute('**/v1/batch');
  await page.reload();
  await page.waitForURL(`${stage.edge.loginDomain}/**`);
  await passLogin(page, stage.edge, 'bert.3@example.org');
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(await page.content()).not.toContain('Anna');
  await addContact(page, 'OfBert');
  await signOut(page);
  await arrive(page, 'anna.3@example.org');
  await contact(page, 'WaitsAnna').waitFor();
  await contact(page, 'OfAnna').waitFor();
  expect(await contact(page, 'OfBert').count()).toBe(0);
});

test('what somebody typed and did not save is theirs alone, and there when they come back', async () => {
  const page = await asAnna('anna.5@example.org');
  const note = page.getByLabel('Notes', { exact: true });
  const openNew = async () => {
    await page.getByRole('link', { name: 'Add contact' }).first().click();
    await note.waitFor();
  };
  await openNew();
  await note.fill('Typed by Anna');
  await page.getByRole('complementary').getByRole('button', { name: 'Close' }).click();
  await page.context().clearCookies();
  await page.evaluate('sessionStorage.clear()');
  await page.goto(`${stage.edge.site}/contacts`);
  await page.waitForURL(`${stage.edge.loginDomain}/**`);
  await passLogin(page, stage.edge, 'bert.5@example.org');
  await page.getByText('Saved', { exact: true }).waitFor();
  await openNew();
  expect(await note.inputValue()).toBe('');
  await page.keyboard.press('Escape');
  await signOut(page);
  await arrive(page, 'anna.5@example.org');
  await openNew();
  await expect.poll(() => note.inputValue()).toBe('Typed by Anna');
});

test('another tab of somebody who signed out is not theirs any more once another signs in', async () => {
  const page = await asAnna('anna.4@example.org');
  const other = await page.context().newPage();
  await other.goto(`${stage.edge.site}/contacts`);
  await contact(other, 'OfAnna').waitFor();
  await other.getByText('Saved', { exact: true }).waitFor();
  await signOut(page);
  await other.getByRole('heading', { name: 'You are signed out' }).waitFor();
  await arrive(page, 'bert.4@example.org');
  await addContact(page, 'OfBert');
  await other.reload();
  await contact(other, 'OfBert').waitFor();
  expect(await other.content()).not.toContain('Anna');
});
