import { expect, test } from 'vitest';
import { useCloud } from './stage.ts';

const stage = useCloud();

test('after a first visit the app opens without a network, also where the login comes back to', async () => {
  const page = await stage.open('/', { serviceWorkers: 'allow' });
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null')).toBe(true);
  await page.context().setOffline(true);
  for (const path of ['/contacts', '/?error=access_denied&state=none']) {
    await page.goto(stage.edge.site + path);
    await page.locator('#app > *').first().waitFor();
    expect(await page.title()).toContain('Touchbase');
  }
});

test.each(['/sw.js', '/manifest.webmanifest', '/icon-512.png'])('%s is served by the site', async (path) => {
  const { status, headers } = await fetch(stage.edge.site + path);
  expect(status).toBe(200);
  expect(headers.get('Content-Type')).not.toMatch(/html|octet-stream/);
  expect(headers.get('Cache-Control')).toBe('no-cache');
});
