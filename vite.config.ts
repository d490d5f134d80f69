import { join } from 'node:path';
import { defineConfig } from 'vite';
import { plainImport } from './scripts/web/plain-import-plugin.ts';
import { serviceWorker } from './scripts/web/service-worker-plugin.ts';

export default defineConfig({
  root: join(import.meta.dirname, 'src/web'),
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [plainImport(), serviceWorker(join(import.meta.dirname, 'src/web/offline/service-worker.ts'))],
  build: {
    outDir: join(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    // What fetches the files of a place ahead weighs more than it saves: each place has two or three, and few are large.
    modulePreload: false,
    // A style of a part on demand that failed to load would not be asked for again: all are in one file.
    cssCodeSplit: false,
    // The content security policy allows no script, style or font that is not a file of its own.
    assetsInlineLimit: 0,
    // Left alone, the bundler makes a file of every few modules that two places share: many small ones compress badly.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'base', test: /src\/web\/main\.tsx$/, priority: 2 },
            {
              name: 'controls',
              test: /src\/web\/ui\/(combobox|control|control-props|date-time|text-control|use-options|suggest|half-typed|enter-text)\./,
              minShareCount: 2,
              priority: 2,
            },
            { name: 'shared', test: /src\/web\/(ui|contacts)\/(?!panel|tabs)/, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
});
