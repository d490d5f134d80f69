import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.ts';

// Chromium refuses its sandbox to root, and nothing but the page is to use the network.
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];

/** A browser that no one sees. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: FLAGS });
}

export interface OpenPage {
  readonly page: Page;
  /** Everything that no page may ever do: errors, violations of the content security policy, dialogs. */
  readonly troubles: readonly string[];
}

/**
 * A page of a person of their own, who reads British English. The service worker is kept out unless a test asks for it:
 * requests that it answers are not seen by `page.route`.
 */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const usual = { locale: 'en-GB', viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' } as const;
  const context = await browser.newContext({ ...usual, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  await page.goto(url);
  return { page, troubles };
}

type Records = readonly Readonly<Record<string, unknown>>[];

/** Sends contacts to the API as any other program would. */
export function addContacts(url: string, contacts: Records): Promise<void> {
  return addRecords(url, 'contacts', contacts);
}

/**
 * Sends records of a noun to the API as any other program would. One that is not taken is an error.
 *
 * @param ids of the records, where they are to have certain ones
 */
export async function addRecords(
  url: string,
  type: string,
  records: Records,
  ids: readonly string[] = [],
): Promise<void> {
  for (let start = 0; start < records.length; start += 100) {
    const operations = records.slice(start, start + 100).map((record, index) => {
      const id = ids[start + index];
      return { op: 'create', type, record, ...(id !== undefined && { id }) };
    });
    const response = await fetch(`${url}/v1/batch`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ operations }),
    });
    const answer = await response.text();
    if (!response.ok || answer.includes('"problem"')) throw new Error(answer);
  }
}
