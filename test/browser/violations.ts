import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The rules that look at colours: nothing else of a page differs between light and dark. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe-core finds wrong with a page as it stands, in light and in dark: in one line each. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readFile(AXE, 'utf8'));
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const rules = colorScheme === 'light' ? null : OF_COLOURS;
    found.push(...(await page.evaluate(run, rules)).map((line) => `${colorScheme}: ${line}`));
  }
  return found;
}

/** @param rules that are asked; null means every usual one */
async function run(rules: readonly string[] | null): Promise<string[]> {
  // What fades in or out is judged once it is there or gone.
  const moving = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
  await Promise.allSettled(moving.map(({ finished }) => finished));
  const { violations } = await window.axe.run(rules ? { runOnly: { type: 'rule', values: [...rules] } } : {});
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
