import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openPage, startBrowser } from '../test/browser/harness.ts';
import { newFolder } from '../test/folder.ts';
import { startLaptop } from '../test/laptop-process.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'test-results/screenshots');
const SCREENS = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
];
const THEMES = ['light', 'dark'] as const;

interface Story {
  readonly name: string;
  readonly path: string;
  /** Brings the page to what the picture is of. */
  readonly tell?: (page: Page) => Promise<void>;
  readonly isEmpty?: boolean;
}

const STORIES: readonly Story[] = [
  { name: 'today', path: '/today' },
  { name: 'today-empty', path: '/today', isEmpty: true },
  { name: 'list', path: '/contacts' },
  { name: 'filtered', path: '/contacts?status=ghosted' },
  { name: 'contact', path: '/contacts', tell: openFirst },
  { name: 'contact-details', path: '/contacts', tell: openDetails },
  { name: 'mistakes', path: '/contacts/new', tell: makeMistakes },
  {
    name: 'menu',
    path: '/contacts',
    tell: (page) => page.getByRole('button', { name: 'Status', exact: true }).click(),
  },
  { name: 'nothing-found', path: '/contacts?q=zzz' },
  { name: 'search', path: '/contacts?q=ber' },
  { name: 'palette', path: '/contacts', tell: findMarta },
  { name: 'off-line', path: '/contacts', tell: goOffLine },
  { name: 'empty', path: '/contacts', isEmpty: true },
  { name: 'insights', path: '/insights' },
  { name: 'insights-empty', path: '/insights', isEmpty: true },
  { name: 'report', path: '/report' },
  { name: 'pipeline', path: '/applications?closed=shown' },
  { name: 'pipeline-menu', path: '/applications', tell: (page) => page.locator('.job .move').first().click() },
  { name: 'pipeline-closing', path: '/applications', tell: closeFirst },
  { name: 'pipeline-table', path: '/applications?as=table' },
  { name: 'pipeline-new', path: '/applications/new' },
  { name: 'settings', path: '/settings' },
  { name: 'reminders', path: '/settings?show=reminders' },
  { name: 'duplicates', path: '/settings?show=duplicates' },
  { name: 'pipeline-empty', path: '/applications', isEmpty: true },
];

// Pictures of every state at every size and in both themes, to be looked at; with --readme, the one of the README.
const folder = await newFolder();
const [browser, demo, empty] = await Promise.all([
  startBrowser(),
  startLaptop(['--demo']),
  startLaptop(['--data', folder.path]),
]);
await mkdir(FOLDER, { recursive: true });
if (process.argv.includes('--readme')) await drawForReadme(browser);
else await drawAll(browser);
await browser.close();
await Promise.all([demo.stop(), empty.stop()]);
await folder.remove();

async function drawAll(browser: Browser): Promise<void> {
  for (const story of STORIES) {
    for (const viewport of SCREENS) {
      for (const colorScheme of THEMES) {
        const url = `${(story.isEmpty ? empty : demo).url}${story.path}`;
        const file = join(FOLDER, `${story.name}-${viewport.width}-${colorScheme}.png`);
        await draw(browser, url, story, { viewport, colorScheme }, file);
      }
    }
  }
  process.stdout.write(`The pictures are in ${relative(ROOT, FOLDER)}\n`);
}

async function drawForReadme(browser: Browser): Promise<void> {
  const viewport = { width: 1440, height: 860 };
  const file = join(ROOT, 'docs/screenshot.png');
  await draw(browser, `${demo.url}/contacts`, { name: 'readme', path: '', tell: openFirst }, { viewport }, file);
}

async function draw(
  browser: Browser,
  url: string,
  { tell }: Story,
  options: Parameters<typeof openPage>[2],
  path: string,
): Promise<void> {
  const { page } = await openPage(browser, url, options);
  await page.locator('[aria-rowindex="2"], .card, .job, .nothing h2, .page h2').first().waitFor();
  await tell?.(page);
  await page.mouse.move(0, 0);
  await page.screenshot({ path });
  await page.context().close();
}

async function openFirst(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: 'Marta Kowalczyk' }).click();
  await page.getByRole('complementary').getByRole('tab', { name: 'Details' }).waitFor();
}

async function openDetails(page: Page): Promise<void> {
  await openFirst(page);
  await page.getByRole('complementary').getByRole('tab', { name: 'Details' }).click();
  await page.getByRole('complementary').getByLabel('Name', { exact: true }).waitFor();
}

async function findMarta(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or do' }).fill('marta');
  await page.getByRole('region', { name: 'Who this is: Marta Kowalczyk' }).waitFor();
}

async function goOffLine(page: Page): Promise<void> {
  await page.getByText('Saved', { exact: true }).first().waitFor({ state: 'attached' });
  await openDetails(page);
  await page.context().setOffline(true);
  await page.getByRole('complementary').getByLabel('Phone', { exact: true }).fill('+48 22 555 01 99');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '1 change waiting' }).click();
  await page.getByRole('dialog').getByText('Edited Phone of Marta Kowalczyk').waitFor();
}

async function makeMistakes(page: Page): Promise<void> {
  const panel = page.getByRole('complementary');
  await panel.getByLabel('E-mail', { exact: true }).fill('alice');
  await panel.getByRole('button', { name: 'Add contact' }).click();
  await panel.getByText('2 fields need another look.').waitFor();
}

async function closeFirst(page: Page): Promise<void> {
  await page.locator('.job .move').first().click();
  await page.getByRole('button', { name: 'Closed…' }).click();
}
