import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const COPY = join(ROOT, 'test-results', 'import-rules');

const refused = [
  ['src/domain/a.ts', 'node:fs', 'src/domain is pure'],
  ['src/domain/b.ts', 'hono', 'src/domain is pure'],
  ['src/domain/c.ts', '../store/store.ts', 'src/domain is pure'],
  ['src/domain/f.ts', '@preact/signals', 'src/domain is pure'],
  ['src/store/store.ts', '@aws-sdk/util-dynamodb', 'A port may import src/domain and other ports only'],
  ['src/store/sqlite-a.ts', '../http/problem.ts', 'The SQLite adapter may import'],
  ['src/store/sqlite-b.ts', './dynamodb.ts', 'The SQLite adapter may import'],
  ['src/store/dynamodb-a.ts', './sqlite.ts', 'The adapters to AWS may import'],
  ['src/store/dynamodb-b.ts', 'hono', 'The adapters to AWS may import'],
  ['src/http/d.ts', 'node:fs', 'src/http may import'],
  ['src/http/e.ts', '@hono/node-server', 'src/http may import'],
  ['src/routes/e.ts', '@hono/node-server', 'src/http knows the framework'],
  ['src/http/a.ts', '../routes/all.ts', 'src/http may import'],
  ['src/http/b.ts', '../store/sqlite.ts', 'src/http may import'],
  ['src/routes/a.ts', '../store/dynamodb.ts', 'never an adapter'],
  ['src/routes/b.ts', 'hono', 'src/http knows the framework'],
  ['src/routes/c.ts', '../entry/laptop.ts', 'src/routes may import'],
  ['src/interop/a.ts', 'node:fs', 'src/interop runs in the browser and in Node'],
  ['src/interop/b.ts', '../store/store.ts', 'src/interop runs in the browser and in Node'],
  ['src/web/sync/a.ts', '../../store/store.ts', 'over REST only'],
  ['src/web/a.ts', '../routes/all.ts', 'over REST only'],
] as const;

const allowed = [
  ['src/domain/d.ts', 'valibot'],
  ['src/domain/e.ts', './dates.ts'],
  ['src/store/sqlite-c.ts', 'node:sqlite'],
  ['src/store/sqlite-d.ts', './store.ts'],
  ['src/store/dynamodb-c.ts', 'aws4fetch'],
  ['src/http/f.ts', 'hono/body-limit'],
  ['src/http/c.ts', '../store/store.ts'],
  ['src/routes/d.ts', '../http/route.ts'],
  ['src/interop/c.ts', '../domain/contact.ts'],
  ['src/web/contacts/a.ts', '../../domain/contact.ts'],
  ['src/entry/a.ts', '../store/sqlite.ts'],
] as const;

let said: string;

beforeAll(() => {
  rmSync(COPY, { recursive: true, force: true });
  for (const [file, specifier] of [...refused, ...allowed]) {
    mkdirSync(dirname(join(COPY, file)), { recursive: true });
    writeFileSync(join(COPY, file), `import { thing } from '${specifier}';\n\nexport const it = thing;\n`);
  }
  cpSync(join(ROOT, 'biome.json'), join(COPY, 'biome.json'));
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--vcs-enabled=false', '--max-diagnostics=none', '--colors=off'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: COPY, encoding: 'utf8' });
  said = stdout + stderr;
});

describe('the linter', () => {
  test.each(refused)('refuses in %s to import %s, and says what to do', (file, _, advice) => {
    expect(said).toContain(`${file}:1`);
    expect(adviceFor(file)).toContain(advice);
  });

  test.each(allowed)('lets %s import %s', (file) => {
    expect(said).not.toContain(`${file}:1`);
  });
});

function adviceFor(file: string): string {
  const [, after = ''] = said.split(`${file}:1`);
  return after.slice(0, 500).replace(/\s+/g, ' ');
}
