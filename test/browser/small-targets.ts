import type { Page } from 'playwright-core';

/** What of a page is too small for a finger: a box is as large as the label around it. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a, button, input, select')]
      .filter((element) => {
        const { height } = (element.closest('label') ?? element).getBoundingClientRect();
        return element.checkVisibility() && height < 40;
      })
      .map(({ outerHTML }) => outerHTML),
  );
}
