import type { TracedPage } from './open-page.ts';
import type { Act } from './trace.ts';

const NAMES = ['Zz', 'Aa', 'Mm'];
const QUERIES = ['marta kow', 'data visa', 'meridian', 'soren', 'engineer'];

/** Each letter of some searches. The search is emptied in between, which is not counted. */
export async function keystrokes({ page, trace }: TracedPage, rounds: number): Promise<readonly Act[]> {
  const letters = QUERIES.flatMap((query) => [...query].map((letter, at) => ({ letter, isFirst: at === 0 })));
  const search = page.getByRole('searchbox').first();
  await search.focus();
  const acts = letters.slice(0, rounds * 2).map(({ letter, isFirst }) => async () => {
    if (isFirst) await empty();
    await page.keyboard.press(letter);
  });
  const all = await trace('input', acts);
  await empty();
  return all;

  /** Escape is no input event. */
  async function empty(): Promise<void> {
    await page.keyboard.press('Escape');
    await search.focus();
    await page.waitForTimeout(300);
  }
}

/** Another column, or the same the other way, each time. */
export async function sorts({ page, trace }: TracedPage, rounds: number): Promise<readonly Act[]> {
  const boxes = await Promise.all(
    ['Company', 'Status', 'Name'].map((label) =>
      page.getByRole('columnheader', { name: label, exact: true }).boundingBox(),
    ),
  );
  const acts = Array.from({ length: rounds }, (_, round) => async () => {
    const { x = 0, y = 0 } = boxes[(round >> 1) % boxes.length] ?? {};
    await page.mouse.click(x + 12, y + 12);
  });
  return trace('click', acts);
}

/** Enter, which saves what was typed in a cell; by turns the row moves far in the order, and stays. */
export async function edits({ page, trace }: TracedPage, rounds: number): Promise<readonly Act[]> {
  await page.getByRole('gridcell').first().focus();
  const acts = Array.from({ length: rounds }, (_, round) => async () => {
    await page.keyboard.press('Control+Home');
    if (round % 2 === 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('F2');
    await page.keyboard.type(`${NAMES[round % NAMES.length]} ${round}`);
    if (round % 2 === 1) await page.keyboard.type('@example.org');
    await page.waitForTimeout(60);
    await page.keyboard.press('Enter');
  });
  return trace('Enter', acts);
}

/** A click on a name; the panel is closed in between, which is not counted. */
export async function openings({ page, trace }: TracedPage, rounds: number): Promise<readonly Act[]> {
  await page.keyboard.press('Control+Home');
  await page.locator('[aria-rowindex="2"]').waitFor();
  const acts = Array.from({ length: Math.min(rounds, 10) }, (_, round) => async () => {
    const box = await page
      .locator(`[aria-rowindex="${round + 3}"] a`)
      .first()
      .boundingBox();
    if (box) await page.mouse.click(box.x + 4, box.y + 4);
    await page.getByRole('complementary').waitFor();
    await page.keyboard.press('Escape');
  });
  return trace('click', acts);
}
