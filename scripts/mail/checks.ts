import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { Mail } from '../../src/reminders/mail.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Gmail shows no more than 102 KB of a mail. */
const MOST_BYTES = 100_000;
/** An SMTP server may break a longer line (RFC 5322, 2.1.1). */
const LONGEST_LINE = 998;

/** What is wrong with a mail as it is written. */
export function troublesOf({ subject, text, html }: Mail): readonly string[] {
  const bytes = Buffer.byteLength(html);
  const longest = Math.max(...text.split('\n').map((line) => Buffer.byteLength(line)));
  const things = text.split('\n\n').filter((part) => part.startsWith('- '));
  const fetched = html.match(/<(?:img|link|script|iframe)\b|url\(|@import/gi) ?? [];
  return [
    ...(bytes > MOST_BYTES ? [`has ${bytes} bytes of HTML`] : []),
    ...(longest > LONGEST_LINE ? [`has a line of text of ${longest} bytes`] : []),
    ...(!things.every((part) => /\n {2}https:\S+$/.test(part)) ? ['has things without a link'] : []),
    ...fetched.map((what) => `fetches: ${what}`),
    ...(/[\r\n]/.test(subject) ? ['has a subject of two lines'] : []),
  ];
}

/** What is wrong with a mail as a browser shows it: what has to be scrolled sideways, and all that axe-core knows. */
export async function troublesOn(page: Page): Promise<readonly string[]> {
  const wide: number = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  await page.evaluate(await readFile(AXE, 'utf8'));
  const violations: string[] = await page.evaluate(VIOLATIONS);
  return [...(wide > 0 ? [`is ${wide} px too wide`] : []), ...violations];
}

const VIOLATIONS = `axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) =>
  nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`;
