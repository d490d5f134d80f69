import type { AxeResults, RunOptions } from 'axe-core';

declare global {
  interface Window {
    /** What axe-core leaves in the page. */
    axe: { run(options?: RunOptions): Promise<AxeResults> };
  }
}
