import type { Page } from 'playwright-core';
import { openPage } from './harness.ts';
import { press } from './keys.ts';
import type { Stage } from './stage.ts';

/** The list on a device of its own, once all is saved. */
export async function openDevice(stage: Stage, path = '/contacts?sort=name'): Promise<Page> {
  const { page } = await openPage(stage.browser, stage.url + path);
  await isSaved(page);
  return page;
}

export const isSaved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor();

/** Off line for all that the app asks of the API; parts of it that are loaded on demand still come. */
export async function cutOff(page: Page): Promise<void> {
  await page.context().route('**/v1/**', (route) => route.abort());
}

/** On line again; it asks at once. */
export async function comeBack(page: Page): Promise<void> {
  await page.context().unroute('**/v1/**');
  await page.evaluate(() => dispatchEvent(new Event('online')));
}

/** Writes a field in the form of a contact and saves it. */
export async function edit(page: Page, name: string, field: string, text: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click();
  const panel = page.getByRole('complementary');
  await panel.getByLabel(field, { exact: true }).fill(text);
  await press(page, 'Control+Enter');
  await panel.waitFor({ state: 'detached' });
}

/** What the server has of a contact, found by a text; undefined where there is none. */
export async function known(stage: Stage, text: string) {
  const response = await fetch(`${stage.url}/v1/contacts?q=${encodeURIComponent(text)}`);
  const [record] = await response.json();
  return record;
}

/** Asks the server for a change, as another device does. */
export async function ask(stage: Stage, method: string, path: string, body?: object): Promise<void> {
  const sent = body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`${stage.url}/v1/${path}`, { method, ...sent });
  if (!response.ok) throw new Error(await response.text());
}
