import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { DOCUMENT_FILE } from './functions.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface Bundle {
  readonly code: Uint8Array;
  readonly map: Uint8Array;
}

/**
 * One function as one minified file with all that it needs and nothing else; its map beside it.
 *
 * @param entry the source of a module at the root of the repository
 * @param changes for a benchmark that asks what else would cost
 */
export async function bundle(name: string, entry: string, changes: BuildOptions = {}): Promise<Bundle> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: ROOT, sourcefile: `${name}.ts`, loader: 'ts' },
    outfile: `${name}.mjs`,
    absWorkingDir: ROOT,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    // What was written for CommonJS asks for modules of Node alone, and an ES module has no `require`.
    banner: { js: 'const require=process.getBuiltinModule;' },
    // Only the document says what a body looks like, and that is made already.
    alias: { '@valibot/to-json-schema': './scripts/lambdas/undescribed.ts' },
    external: [`./${DOCUMENT_FILE}`],
    legalComments: 'none',
    sourcemap: 'external',
    logLevel: 'warning',
    ...changes,
    write: false,
  });
  const [code, map] = ['.mjs', '.map'].map((end) => outputFiles.find(({ path }) => path.endsWith(end))?.contents);
  if (!code || !map) throw new Error(`esbuild made nothing of ${name}.`);
  return { code, map };
}
