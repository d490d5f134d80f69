import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { openPage } from './harness.ts';
import { press, THREE } from './keys.ts';
import { startPersistent } from './persistent.ts';
import { useStage } from './stage.ts';
import { known } from './two-devices.ts';

const stage = useStage(THREE);

/** Goes through what the app is for. */
async function work(page: Page, name: string): Promise<void> {
  await page.getByRole('row', { name: 'Ann' }).waitFor();
  await page.getByRole('link', { name: 'Add contact' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail', { exact: true }).fill('new@example.org');
  await press(page, 'Control+Enter');
  await page.getByRole('row', { name }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  await expect.poll(() => known(stage, name)).toMatchObject({ name });
}

/** Leaves a form half typed, and comes back to it. */
async function leaveHalfTyped(page: Page): Promise<void> {
  const note = page.getByLabel('Notes', { exact: true });
  await page.getByRole('link', { name: 'Ben', exact: true }).click();
  await note.fill('Half typed');
  await page.getByRole('complementary').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: 'Ben', exact: true }).click();
  await expect.poll(() => note.inputValue()).toBe('Half typed');
}

test('where the page may not use localStorage, the app starts, works, and keeps drafts as long as it is open', async () => {
  const { page, troubles } = await openPage(stage.browser, 'about:blank');
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    }
  });
  await page.goto(`${stage.url}/contacts?sort=name`);
  await work(page, 'Blocked');
  await leaveHalfTyped(page);
  await page.getByRole('button', { name: /^Theme: System/ }).click();
  await page.getByRole('button', { name: /^Theme: Light/ }).waitFor();
  expect(troubles).toEqual([]);
});

test('in a browser that blocks all site data, the app starts, says that nothing is kept, and sends what is typed', async () => {
  const profile = temporaryFolder();
  mkdirSync(join(profile, 'Default'));
  // What “Don’t allow sites to save data on your device” sets.
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  const { context } = await startPersistent(profile);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto(`${stage.url}/contacts?sort=name`);
  expect(await page.evaluate(isBlocked)).toBe(true);
  await page.getByText('This browser keeps nothing for Touchbase').waitFor();
  await work(page, 'All Blocked');
  await leaveHalfTyped(page);
  expect(troubles).toEqual([]);
  await context.close();
});

function isBlocked(): boolean {
  try {
    return !localStorage;
  } catch {
    return true;
  }
}
