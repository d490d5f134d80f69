import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Noun } from '../src/domain/noun.ts';
import type { Route } from '../src/http/route.ts';
import { overBothStores } from './api.ts';
import { startBrowser } from './browser/harness.ts';
import { startLaptop } from './laptop-process.ts';

// What docs/how-to/add-a-field.md and add-a-route.md tell, done to a copy of the source.
const ROOT = join(import.meta.dirname, '..');
const COPY = join(ROOT, 'test-results', 'extension');

let nouns: readonly Noun[];
let routes: readonly Route[];

beforeAll(async () => {
  rmSync(COPY, { recursive: true, force: true });
  for (const part of ['src', 'scripts', 'vite.config.ts', 'package.json', 'tsconfig.json']) {
    cpSync(join(ROOT, part), join(COPY, part), { recursive: true });
  }
  insertAfter(
    'src/domain/contact.ts',
    /^ {4}name: .*\n/m,
    "    pronouns: text({ label: 'Pronouns', maxLength: 50, filter: 'pronouns' }),\n",
  );
  writeFileSync(join(COPY, 'src/routes/echo.ts'), ECHO);
  insertAfter('src/routes/all.ts', /^import .* from '\.\/docs\.ts';\n/m, "import { echo } from './echo.ts';\n");
  insertAfter('src/routes/all.ts', /^ {2}health,\n/m, '  echo,\n');
  execFileSync(process.execPath, [join(COPY, 'scripts/build-web.ts')]);
  nouns = (await importCopy('src/domain/nouns.ts')).NOUNS;
  routes = (await importCopy('src/routes/all.ts')).routes;
});

const ECHO = `
import { endpoint, type Route } from '../http/route.ts';
import { textParameter } from './parameters.ts';

export const echo: Route = {
  name: 'echo',
  access: 'none',
  caller: 'anyone',
  endpoints: () => [
    endpoint({
      method: 'GET',
      path: '/v1/echo',
      summary: 'Say it again',
      query: { word: textParameter('What to say.') },
      answers: { 200: { description: 'The word.' } },
      handle: async ({ query }) => ({ status: 200, body: { word: query.word } }),
    }),
  ],
};
`;

function insertAfter(file: string, place: RegExp, line: string): void {
  const path = join(COPY, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(place, (match) => match + line);
  if (after === before) throw new Error(`${file} has no line like ${place}.`);
  writeFileSync(path, after);
}

function importCopy(file: string) {
  return import(/* @vite-ignore */ pathToFileURL(join(COPY, file)).href);
}

overBothStores('a field of one line and a route of one entry', (open) => {
  test('the API keeps the field, checks it, searches it and filters by it', async () => {
    const api = open({ nouns, routes });
    const { contact_id } = await api.contact({ pronouns: 'they/them' });
    expect((await api.get(`/v1/contacts/${contact_id}`)).body.pronouns).toBe('they/them');
    for (const query of ['q=they', 'pronouns=They/Them']) {
      expect((await api.get(`/v1/contacts?${query}`)).body).toHaveLength(1);
    }
    const edited = await api.send('PATCH', `/v1/contacts/${contact_id}`, { pronouns: 'x'.repeat(51) });
    expect(edited.body.errors).toMatchObject([{ field: 'pronouns', code: 'too_long', limit: 50 }]);
  });

  test('the API answers the route, and its documents hold both', async () => {
    const api = open({ nouns, routes });
    expect((await api.get('/v1/echo?word=hi')).body).toEqual({ word: 'hi' });
    expect((await api.send('POST', '/v1/echo')).status).toBe(405);
    const { body } = await api.get('/v1/openapi.json');
    expect(body.paths['/v1/echo'].get.operationId).toBe('echo_get');
    expect(body.components.schemas.contact.properties.pronouns).toMatchObject({ title: 'Pronouns', maxLength: 50 });
    const docs = await api.get('/v1/docs');
    expect(docs.text).toContain('Say it again');
    expect(docs.text).toContain('pronouns');
  });
});

describe('a route of one entry', () => {
  test('is a function of its own in the build for AWS, with the preflight of its path', () => {
    execFileSync(process.execPath, [join(COPY, 'scripts/build-lambdas.ts')]);
    const { functions } = v.parse(Built, JSON.parse(readFileSync(join(COPY, 'dist/cloud/routes.json'), 'utf8')));
    const at = (name: string) => functions.find((one) => one.name === name)?.endpoints;
    expect(at('echo')).toEqual([{ method: 'GET', path: '/echo' }]);
    expect(at('preflight')).toContainEqual({ method: 'OPTIONS', path: '/echo' });
  });
});

const Built = v.object({
  functions: v.array(
    v.object({ name: v.string(), endpoints: v.array(v.object({ method: v.string(), path: v.string() })) }),
  ),
});

describe('a field of one line', () => {
  test('stands in the form and in the table of the web app, and is kept', async () => {
    const { url, stop } = await startLaptop(['--demo'], {}, COPY);
    onTestFinished(async () => void (await stop()));
    const browser = await startBrowser();
    onTestFinished(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    await page.goto(`${url}/contacts/new`);
    const form = page.locator('form', { has: page.locator('[name=email]') });
    await form.getByLabel('Name').fill('Robin Example');
    await form.getByLabel('E-mail').fill('robin@example.org');
    await form.getByLabel('Pronouns').fill('they/them');
    await page.keyboard.press('Control+Enter');
    await page.goto(`${url}/contacts?q=robin+example`);
    await page.getByRole('columnheader', { name: 'Pronouns' }).waitFor();
    await page.getByRole('gridcell', { name: 'they/them' }).waitFor();
  });
});
