import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentSecurityPolicy, OTHER_PAGE_HEADERS } from '../src/http/page-headers.ts';
import { bundle } from './lambdas/bundle.ts';
import { DOCUMENT_FILE, document, entryOf, functions, mostBytes } from './lambdas/functions.ts';
import { zipOf } from './lambdas/zip.ts';

const DIST = join(import.meta.dirname, '../dist');
const OUT = join(DIST, 'cloud');

// Made beside its place, so that who reads the last build meanwhile has it whole.
mkdirSync(DIST, { recursive: true });
const made = mkdtempSync(join(DIST, 'cloud-'));
mkdirSync(join(made, 'maps'));

const bundles = await Promise.all(
  functions.map(async (one) => ({ ...one, ...(await bundle(one.name, await entryOf(one.name))) })),
);
for (const { name, code, map } of bundles) {
  writeFileSync(join(made, 'maps', `${name}.mjs.map`), map);
  process.stdout.write(`${name.padEnd(18)}${(code.length / 1024).toFixed(1).padStart(6)} KB\n`);
}
const tooLarge = bundles.filter((one) => one.code.length > mostBytes(one)).map(({ name }) => name);
if (tooLarge.length > 0) throw new Error(`Too large to start soon: ${tooLarge.join(', ')}.`);

const files = bundles.map(({ name, code }) => [`${name}.mjs`, code] as const);
const described = new TextEncoder().encode(JSON.stringify(document));
writeFileSync(join(made, 'lambdas.zip'), zipOf([...files, [DOCUMENT_FILE, described]]));
writeJson('routes.json', { functions });
// Terraform knows which services the page may ask: their addresses come in the place of `{connect}`.
writeJson('site-headers.json', {
  content_security_policy: contentSecurityPolicy(['{connect}']),
  headers: OTHER_PAGE_HEADERS,
});
rmSync(OUT, { recursive: true, force: true });
renameSync(made, OUT);

function writeJson(name: string, content: object): void {
  writeFileSync(join(made, name), `${JSON.stringify(content, null, 2)}\n`);
}
