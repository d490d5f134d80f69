import type { AxeResults } from 'axe-core';

declare global {
  interface Window {
    /** What axe-core leaves in the page. */
    axe: { run(): Promise<AxeResults> };
  }
}
