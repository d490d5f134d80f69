import type { Locator } from 'playwright-core';

/** What of a place is too small for a finger: a box is as large as the label around it. */
export function smallTargets(place: Locator): Promise<string[]> {
  return place.evaluate((within) =>
    [...within.querySelectorAll('a, button, input, select')]
      .filter((element) => {
        const { height } = (element.closest('label') ?? element).getBoundingClientRect();
        return element.checkVisibility() && height < 40;
      })
      .map(({ outerHTML }) => outerHTML),
  );
}
