import type { TracedPage } from './open-page.ts';

/** A bulk edit of some 500 contacts, in milliseconds. */
export interface Bulk {
  readonly contacts: number;
  readonly painted: number;
  readonly script: number;
}

/** In some 650 of 10,000 contacts. */
const QUERY = 'berlin';
/** Beyond it a bulk edit is not what is measured. */
const PATIENCE_MS = 3000;

/** Selects all that a search finds, and gives them a status; a sentence where the list has no bar for that. */
export async function bulkEdit({ page, trace }: TracedPage): Promise<Bulk | string> {
  await page.getByRole('searchbox').first().fill(QUERY);
  await page.waitForTimeout(PATIENCE_MS / 10);
  const contacts = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
  await page.getByRole('grid').locator('[role=gridcell][tabindex="0"]').first().focus();
  await page.keyboard.press('Control+a');
  const status = page.getByRole('group', { name: 'Selected contacts' }).getByRole('button', { name: 'Status' });
  const isThere = await status.click({ timeout: PATIENCE_MS }).then(
    () => true,
    () => false,
  );
  if (!isThere) return 'there is no bar for bulk edits';
  await page.keyboard.type('ghosted');
  await page.waitForTimeout(PATIENCE_MS / 10);
  const [act] = await trace('Enter', [() => page.keyboard.press('Enter')]);
  return act ? { contacts, ...act } : 'the bar took no status';
}
