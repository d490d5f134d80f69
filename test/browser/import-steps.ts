import { join } from 'node:path';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { AnyRecord } from '../../src/domain/noun.ts';
import { openPage } from './harness.ts';
import type { Stage } from './stage.ts';

const INTEROP = join(import.meta.dirname, '../../src/interop');

/** A file of another program, as the readers of its format are tested with. */
export const fixturePath = (path: string) => join(INTEROP, path);

/** The place where records are brought in, once all that is here is read. */
export async function openImport(
  stage: Pick<Stage, 'browser' | 'url'>,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const { page } = await openPage(stage.browser, `${stage.url}/import`, options);
  await page.getByText('Saved', { exact: true }).first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Choose files…' }).waitFor();
  return page;
}

type Files = Parameters<ReturnType<Page['locator']>['setInputFiles']>[0];

export async function choose(page: Page, files: Files): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(files);
}

export const isPlanned = (page: Page) => page.getByRole('heading', { name: /would change$/ }).waitFor();

/** Chooses files, and waits for what they would change. */
export async function give(page: Page, files: Files): Promise<void> {
  await choose(page, files);
  await isPlanned(page);
}

export async function apply(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Import \d/ }).click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
}

/** The row of a plan that has this title. */
export function planRow(page: Page, title: string): Locator {
  return page.locator('.plan-row').filter({ has: page.locator('strong').getByText(title, { exact: true }) });
}

export const action = (page: Page, title: string) => page.getByRole('combobox', { name: `What becomes of ${title}` });

/** All records of a noun that the server has. */
export async function recordsOf(url: string, type: string): Promise<readonly AnyRecord[]> {
  return (await fetch(`${url}/v1/${type}?limit=1000`)).json();
}

/** A record of the server that has this value; undefined where none has. */
export async function recordWith(
  url: string,
  type: string,
  field: string,
  value: string,
): Promise<AnyRecord | undefined> {
  return (await recordsOf(url, type)).find((record) => record[field] === value);
}

/** A file as a person chooses it. */
export function file(name: string, content: string | Uint8Array) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
}
