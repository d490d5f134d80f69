import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

const source = await readFile(join(import.meta.dirname, '../../infra/terraform/app/views.js'), 'utf8');

test.each(['/', '/contacts', '/contacts/01890a5d-ac96-774b-bcce-b302099a8057', '/contacts/new', '/v1.2/contacts'])(
  'the view %s is the one page',
  (uri) => {
    expect(asked(uri)).toBe('/index.html');
  },
);

test.each([
  '/config.json',
  '/index.html',
  '/favicon.svg',
  '/sw.js',
  '/manifest.webmanifest',
  '/icon-192.png',
  '/assets/gone-1a2b3c.js',
])('the file %s is asked for by its own name, and is missing where it is missing', (uri) => {
  expect(asked(uri)).toBe(uri);
});

function asked(uri: string): unknown {
  return runInNewContext(`${source}; handler({ request: { uri } }).uri`, { uri });
}
