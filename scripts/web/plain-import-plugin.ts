import type { Plugin } from 'vite';

const HELPER = '\0vite/preload-helper.js';

/**
 * Parts on demand are imported and nothing else. Vite wraps each import in a helper that fetches styles and modules ahead;
 * here there is one style for all and nothing is fetched ahead, so that it would only be carried: half a kilobyte.
 */
export function plainImport(): Plugin {
  return {
    name: 'plain-import',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : null),
  };
}
