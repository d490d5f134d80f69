import type { Page } from 'playwright-core';
import { openPage } from './harness.ts';
import type { Stage } from './stage.ts';

/** Three contacts for tests of the keyboard. */
export const THREE = ['Ann', 'Ben', 'Cleo'].map((name) => ({ name, email: `${name}@example.org`, company: 'Globex' }));

/** A page with the list, once a contact is seen in it. */
export async function openList(stage: Stage, address = '/contacts?sort=name', first = 'Ann'): Promise<Page> {
  const { page } = await openPage(stage.browser, `${stage.url}${address}`);
  await page.getByRole('row', { name: first }).waitFor();
  return page;
}

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Waits until the focus is on a cell or a control that has this text or value. */
export async function focusIsOn(page: Page, text: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const { activeElement } = document;
    return activeElement instanceof HTMLInputElement
      ? activeElement.value === wanted
      : activeElement?.textContent === wanted;
  }, text);
}
