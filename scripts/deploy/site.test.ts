import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { folderObjects } from './folder-objects.ts';
import type { ObjectHeaders, Objects } from './objects.ts';
import { cacheControlOf, uploadSite } from './site.ts';

const CONFIG = { home: 'cloud' };
const day = (n: number) => new Date(Date.UTC(2026, 10, n));

function siteWith(...files: string[]): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'assets'));
  for (const file of files) writeFileSync(join(folder, file), file);
  return folder;
}

function recorded(objects: Objects) {
  const puts: { key: string; headers: ObjectHeaders | undefined }[] = [];
  const put: Objects['put'] = async (key, body, headers) => {
    puts.push({ key, headers });
    await objects.put(key, body);
  };
  return { objects: { ...objects, put }, puts };
}

test('what the page needs is uploaded before it, and what reads all of them after it, each with its type and as long as it holds', async () => {
  const { objects, puts } = recorded(folderObjects(temporaryFolder()));
  const folder = siteWith(
    'index.html',
    'theme.js',
    'favicon.svg',
    'sw.js',
    'assets/index-abc.js',
    'assets/index-abc.css',
  );
  const paths = await uploadSite({ objects, folder, config: CONFIG, now: day(1) });
  const site = puts.filter(({ key }) => key.startsWith('site/'));
  expect(site.slice(0, 2).every(({ key }) => key.startsWith('site/assets/'))).toBe(true);
  expect(site.slice(-3).map(({ key }) => key)).toEqual(['site/config.json', 'site/index.html', 'site/sw.js']);
  expect(site.at(-2)?.headers).toEqual({ contentType: 'text/html; charset=utf-8', cacheControl: 'no-cache' });
  expect(site[0]?.headers?.cacheControl).toBe('public, max-age=31536000, immutable');
  expect(cacheControlOf('config.json')).toBe('no-cache');
  for (const file of ['sw.js', 'manifest.webmanifest']) expect(cacheControlOf(file)).toBe('no-cache');
  expect(cacheControlOf('theme.js')).toBe('public, max-age=300');
  expect(paths.sort()).toEqual(['/', '/config.json', '/favicon.svg', '/index.html', '/sw.js', '/theme.js']);
});

test('assets of an older site are there for 30 days after the newer one came, other files are not', async () => {
  const objects = folderObjects(temporaryFolder());
  const old = siteWith('index.html', 'old.svg', 'assets/old.js', 'assets/both.js');
  await uploadSite({ objects, folder: old, config: CONFIG, now: day(1) });
  const folder = siteWith('index.html', 'assets/both.js');
  await uploadSite({ objects, folder, config: CONFIG, now: day(60) });
  expect(await objects.list('site/')).toEqual(
    ['assets/both.js', 'assets/old.js', 'config.json', 'index.html'].map((file) => `site/${file}`),
  );
  await uploadSite({ objects, folder, config: CONFIG, now: day(80) });
  expect(await objects.list('site/assets/old')).toHaveLength(1);
  await uploadSite({ objects, folder, config: CONFIG, now: day(91) });
  expect(await objects.list('site/assets/old')).toEqual([]);
});

test('a site without a page, or with a file of an unknown kind, is not uploaded to the end', async () => {
  const objects = folderObjects(temporaryFolder());
  const folder = siteWith('index.html', 'mystery.xyz');
  await expect(uploadSite({ objects, folder, config: CONFIG, now: day(1) })).rejects.toThrow(/mystery\.xyz/);
  expect(await objects.list('site/index.html')).toEqual([]);
  rmSync(join(folder, 'index.html'));
  await expect(uploadSite({ objects, folder, config: CONFIG, now: day(1) })).rejects.toThrow(/no index\.html/);
});
