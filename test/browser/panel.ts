import type { Locator, Page } from 'playwright-core';
import { openPage } from './harness.ts';
import type { Stage } from './stage.ts';

/** The form of the address, or of the first contact of the stage where that is the list. */
export async function openPanel(
  stage: Stage,
  path: string,
): Promise<{ page: Page; panel: Locator; troubles: readonly string[] }> {
  const { page, troubles } = await openPage(stage.browser, `${stage.url}${path}`);
  if (path === '/contacts') await page.getByRole('link', { name: 'Alice Ng' }).click();
  const panel = page.getByRole('complementary');
  await panel.getByLabel('Name', { exact: true }).waitFor();
  return { page, panel, troubles };
}

/** What stands in the line under a control. */
export async function messageOf(control: Locator): Promise<string> {
  const id = await control.getAttribute('aria-describedby');
  return (await control.page().locator(`[id="${id}"]`).textContent()) ?? '';
}
