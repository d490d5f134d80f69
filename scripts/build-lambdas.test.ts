import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { cloudRoutes } from '../src/routes/all.ts';
import { bundle } from './lambdas/bundle.ts';
import { entryOf, mostBytes } from './lambdas/functions.ts';
import { zipOf } from './lambdas/zip.ts';

const OUT = join(import.meta.dirname, '../dist/cloud');

const Built = v.object({
  functions: v.array(
    v.object({
      name: v.pipe(v.string(), v.regex(/^[a-z][a-z-]*$/)),
      handler: v.string(),
      access: v.picklist(['none', 'read', 'write']),
      caller: v.picklist(['identity', 'anyone', 'schedule', 'topic']),
      needs: v.array(v.string()),
      memory: v.number(),
      timeout: v.number(),
      endpoints: v.array(v.object({ method: v.string(), path: v.pipe(v.string(), v.regex(/^(\/[^/]+){1,4}$/)) })),
      schedule: v.nullable(v.string()),
      every: v.nullable(v.number()),
    }),
  ),
});

let functions: v.InferOutput<typeof Built>['functions'];
let files: Record<string, Uint8Array>;

// What `npm test` built before.
beforeAll(() => {
  ({ functions } = v.parse(Built, JSON.parse(readFileSync(join(OUT, 'routes.json'), 'utf8'))));
  files = unzipSync(readFileSync(join(OUT, 'lambdas.zip')));
});

describe('the build for AWS', () => {
  test('has a function for each route of the cloud, and a handler for each function', () => {
    expect(functions.map(({ name }) => name)).toEqual(expect.arrayContaining(cloudRoutes.map(({ name }) => name)));
    expect(functions.map(({ handler }) => `${handler.replace('.handler', '')}.mjs`).sort()).toEqual(
      Object.keys(files).filter((file) => file.endsWith('.mjs')),
    );
  });

  test('asks before each path: the preflight answers OPTIONS wherever there is something else', () => {
    const paths = new Set(functions.flatMap(({ endpoints }) => endpoints.map(({ path }) => path)));
    const preflight = functions.find(({ name }) => name === 'preflight');
    expect(preflight?.endpoints).toEqual([...paths].map((path) => ({ method: 'OPTIONS', path })));
  });

  test('keeps each function as small as it is to be, with its map beside the zip and not inside', () => {
    for (const { name, needs } of functions) {
      const file = `${name}.mjs`;
      const code = files[file] ?? new Uint8Array();
      expect(code.length, name).toBeLessThan(mostBytes({ needs }));
      expect(Buffer.from(code).toString()).not.toContain('sourceMappingURL');
      expect(JSON.parse(readFileSync(join(OUT, 'maps', `${file}.map`), 'utf8')).sources.length).toBeGreaterThan(0);
    }
  });

  test('loads no large module of Node before a request needs it: that is a part of the time of each start', () => {
    for (const [file, code] of Object.entries(files).filter(([name]) => name.endsWith('.mjs'))) {
      const text = Buffer.from(code).toString();
      const modules = [...text.matchAll(/from"(node:[\w/]+)"/g)].map(([, module]) => module);
      expect({ file, modules: modules.filter((module) => module !== 'node:timers/promises') }).toEqual({
        file,
        modules: [],
      });
    }
  });

  test('gives the same bytes for the same source, whatever the time zone', async () => {
    const { code } = await bundle('get', await entryOf('get'));
    expect(Buffer.from(code).equals(Buffer.from(files['get.mjs'] ?? []))).toBe(true);
    const script = `import { zipOf } from ${JSON.stringify(join(import.meta.dirname, 'lambdas/zip.ts'))};
      process.stdout.write(zipOf([['b', new Uint8Array(9)], ['a', new Uint8Array(9)]]));`;
    const zips = ['UTC', 'Asia/Tokyo'].map((TZ) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, TZ } }),
    );
    expect(new Set(zips.map((zip) => createHash('sha256').update(zip).digest('hex'))).size).toBe(1);
    expect(
      Buffer.from(
        zipOf([
          ['a', new Uint8Array(9)],
          ['b', new Uint8Array(9)],
        ]),
      ).equals(zips[0] ?? Buffer.of()),
    ).toBe(true);
  });

  test('says of a read that it reads, and lets only what is public be called by anyone', () => {
    const byName = new Map(functions.map((one) => [one.name, one]));
    expect(byName.get('list')).toMatchObject({ access: 'read', caller: 'identity' });
    expect(byName.get('create')).toMatchObject({ access: 'write', caller: 'identity' });
    const open = functions.filter(({ caller }) => caller === 'anyone').map(({ name }) => name);
    expect(open.sort()).toEqual(['calendar', 'docs', 'health', 'openapi', 'preflight', 'unsubscribe']);
  });
});
