import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.ts';

// The icons that installers want as pictures, drawn from the one that browsers take as it is.
const PUBLIC = join(import.meta.dirname, '../src/web/public');

/** A maskable icon is cut to any shape inside of its middle 80 %: its ground fills the square. */
const ICONS = [
  { file: 'icon-192.png', size: 192, isMaskable: false },
  { file: 'icon-512.png', size: 512, isMaskable: false },
  { file: 'icon-maskable-192.png', size: 192, isMaskable: true },
  { file: 'icon-maskable-512.png', size: 512, isMaskable: true },
  { file: 'apple-touch-icon.png', size: 180, isMaskable: true },
];

const svg = await readFile(join(PUBLIC, 'favicon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
for (const { file, size, isMaskable } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${isMaskable ? filled(svg) : svg}`);
  await writeFile(join(PUBLIC, file), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();

/** The drawing on a ground without round corners, a little smaller. */
function filled(drawing: string): string {
  return drawing
    .replace('viewBox="0 0 32 32"', 'viewBox="-2 -2 36 36"')
    .replace(/<rect [^>]*>/, (rect) =>
      rect.replace('width="32" height="32" rx="8"', 'x="-2" y="-2" width="36" height="36"'),
    );
}
