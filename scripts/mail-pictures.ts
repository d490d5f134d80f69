import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Mail } from '../src/reminders/mail.ts';
import { startBrowser } from '../test/browser/harness.ts';
import { troublesOf, troublesOn } from './mail/checks.ts';
import { scenes } from './mail/scenes.ts';

const WIDTHS = [360, 700];
const THEMES = ['light', 'dark'] as const;

/** How a mail program shows a mail. */
interface Showing {
  readonly name: string;
  readonly width: number;
  readonly theme: (typeof THEMES)[number];
  readonly page: (mail: Mail) => string;
}

const SHOWINGS: readonly Showing[] = [
  ...WIDTHS.flatMap((width) =>
    THEMES.map((theme) => ({ name: `${width}-${theme}`, width, theme, page: ({ html }: Mail) => html })),
  ),
  ...WIDTHS.map((width) => ({ name: `${width}-unstyled`, width, theme: 'light' as const, page: unstyled })),
  { name: 'text', width: 700, theme: 'light', page: textPage },
];

// Pictures of every mail in every showing, to be looked at; what needs no eye is checked.
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('npm run pictures:mail -- FOLDER\n');
  process.exitCode = 1;
} else {
  await mkdir(folder, { recursive: true });
  const browser = await startBrowser();
  const troubles = await drawAll(browser, folder);
  await browser.close();
  process.stdout.write(`${[`The pictures are in ${folder}`, ...troubles].join('\n')}\n`);
  if (troubles.length > 0) process.exitCode = 1;
}

async function drawAll(browser: Browser, folder: string): Promise<readonly string[]> {
  const troubles: string[] = [];
  for (const { name, mail } of scenes()) {
    process.stdout.write(`${name}: ${(Buffer.byteLength(mail.html) / 1000).toFixed(1)} KB of HTML: ${mail.subject}\n`);
    troubles.push(...troublesOf(mail).map((trouble) => `${name} ${trouble}`));
    for (const showing of SHOWINGS) {
      const found = await draw(browser, mail, showing, join(folder, `${name}-${showing.name}.png`));
      troubles.push(...found.map((trouble) => `${name}-${showing.name} ${trouble}`));
    }
  }
  return troubles;
}

/** Every address is refused: a mail shows the same where nothing can be fetched. */
async function draw(browser: Browser, mail: Mail, { width, theme, page: pageOf }: Showing, path: string) {
  const context = await browser.newContext({ viewport: { width, height: 600 }, colorScheme: theme, offline: true });
  const page = await context.newPage();
  await page.setContent(pageOf(mail));
  await page.screenshot({ path, fullPage: true });
  const troubles = await troublesOn(page);
  await context.close();
  return troubles;
}

/** As programs show it that know no `<style>`, Outlook among them. */
function unstyled({ html }: Mail): string {
  return html.replace(/<style>[\s\S]*<\/style>/, '');
}

function textPage({ subject, text }: Mail): string {
  const of = (one: string) => one.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html><html lang="en"><title>Text</title><main><h1 style="font-size: 14px">Subject: ${of(subject)}</h1>
<pre style="white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext">${of(text)}</pre></main></html>`;
}
