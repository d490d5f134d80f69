import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Edge } from '../edge.ts';

/** Adds a contact as a person does, and waits until it is saved. */
export async function addContact(page: Page, name: string): Promise<void> {
  await enterContact(page, name);
  await page.getByText('Saved', { exact: true }).waitFor();
}

export async function enterContact(page: Page, name: string): Promise<void> {
  const { panel } = await openNew(page);
  await panel.getByLabel('Name', { exact: true }).fill(name);
  await panel.getByLabel('E-mail', { exact: true }).fill(`${name.toLowerCase()}@example.org`);
  await page.keyboard.press('Control+Enter');
  await contact(page, name).waitFor();
}

async function openNew(page: Page) {
  await page.getByRole('link', { name: 'Add contact' }).first().click();
  return { panel: page.getByRole('complementary') };
}

export function contact(page: Page, name: string) {
  return page.getByRole('main').getByRole('row', { name });
}

/** Comes back to a page until it shows what changed elsewhere: while it reads already, it does not begin anew. */
export async function comeBack(page: Page, shown: Locator): Promise<void> {
  await expect
    .poll(async () => {
      await page.evaluate('dispatchEvent(new Event("focus"))');
      return shown.first().isVisible();
    })
    .toBe(true);
}

export async function toAccount(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Account/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Account' }).waitFor();
}

export async function toContacts(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Contacts' }).click();
}

/** From the account's page, or the door, to the login and back. */
export async function signIn(page: Page, edge: Edge, email: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in or sign up' }).click();
  await passLogin(page, edge, email);
}

/** At the login page: the address, and the code that was sent to it. */
export async function passLogin(page: Page, edge: Edge, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Code').fill(edge.users.code(email) ?? '');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`${edge.site}/**`);
}
