import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { press } from './keys.ts';

/** Opens what waits, where one change needs attention, without a pointer. */
export async function openAttention(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: '1 change needs attention' }).focus();
  await press(page, 'Enter');
  const dialog = page.getByRole('dialog', { name: 'What is saved and what waits' });
  await dialog.getByRole('button', { name: 'Close' }).waitFor();
  return dialog;
}

/** Goes on with Tab until a button has the focus, and presses it. */
export async function pressButton(page: Page, label: string): Promise<void> {
  for (let n = 0; n < 10; n++) {
    if ((await page.evaluate(() => document.activeElement?.textContent)) === label) return press(page, 'Enter');
    await press(page, 'Tab');
  }
  throw new Error(`Tab does not come to ${label}.`);
}

/** What the keyboard goes on from, and what a screen reader reads on from, is in the dialog that is open. */
export async function focusStaysIn(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.querySelector('dialog[open]')?.contains(document.activeElement)))
    .toBe(true);
}
